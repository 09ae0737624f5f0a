// Written by supabase/tools/generate-types.ts (npm run db:types) from the migrations. Do not edit.

/** A JSON value as the API sends and takes it. */
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

/** The schema as supabase-js needs to know it. */
export interface Database {
  public: {
    Tables: {
      border_arcs: {
        Row: {
          edition_id: string;
          geometry: Json;
          length_metres: number;
          ward_a: string;
          ward_b: string;
        };
        Insert: {
          edition_id: string;
          geometry: Json;
          length_metres: number;
          ward_a: string;
          ward_b: string;
        };
        Update: {
          edition_id?: string;
          geometry?: Json;
          length_metres?: number;
          ward_a?: string;
          ward_b?: string;
        };
        Relationships: [
          { foreignKeyName: 'border_arcs_edition_id_ward_a_fkey'; columns: ['edition_id', 'ward_a']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'border_arcs_edition_id_ward_b_fkey'; columns: ['edition_id', 'ward_b']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
        ];
      };
      boundary_editions: {
        Row: {
          accuracy_note: string;
          checksum: string;
          effective_from: string;
          effective_note: string;
          effective_to: string | null;
          id: string;
          licence: string;
          recorded_at: string;
          source: string;
          superseded_at: string | null;
          title: string;
          title_en: string;
        };
        Insert: {
          accuracy_note?: string;
          checksum: string;
          effective_from: string;
          effective_note?: string;
          effective_to?: string | null;
          id: string;
          licence: string;
          recorded_at?: string;
          source: string;
          superseded_at?: string | null;
          title: string;
          title_en?: string;
        };
        Update: {
          accuracy_note?: string;
          checksum?: string;
          effective_from?: string;
          effective_note?: string;
          effective_to?: string | null;
          id?: string;
          licence?: string;
          recorded_at?: string;
          source?: string;
          superseded_at?: string | null;
          title?: string;
          title_en?: string;
        };
        Relationships: [];
      };
      categories: {
        Row: {
          code: string;
          colour: string;
          name_en: string;
          name_vi: string;
          retired_at: string | null;
          severity_weight: number;
          shape: string;
          sort_order: number;
        };
        Insert: {
          code: string;
          colour: string;
          name_en: string;
          name_vi: string;
          retired_at?: string | null;
          severity_weight: number;
          shape: string;
          sort_order: number;
        };
        Update: {
          code?: string;
          colour?: string;
          name_en?: string;
          name_vi?: string;
          retired_at?: string | null;
          severity_weight?: number;
          shape?: string;
          sort_order?: number;
        };
        Relationships: [];
      };
      cluster_leads: {
        Row: {
          cluster_id: string;
          edition_id: string;
          id: number;
          recorded_at: string;
          superseded_at: string | null;
          valid_from: string | null;
          valid_to: string | null;
          ward_code: string;
        };
        Insert: {
          cluster_id: string;
          edition_id: string;
          id?: never;
          recorded_at?: string;
          superseded_at?: string | null;
          valid_from?: string | null;
          valid_to?: string | null;
          ward_code: string;
        };
        Update: {
          cluster_id?: string;
          edition_id?: string;
          id?: never;
          recorded_at?: string;
          superseded_at?: string | null;
          valid_from?: string | null;
          valid_to?: string | null;
          ward_code?: string;
        };
        Relationships: [
          { foreignKeyName: 'cluster_leads_cluster_id_edition_id_fkey'; columns: ['cluster_id', 'edition_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id', 'edition_id'] },
          { foreignKeyName: 'cluster_leads_edition_id_ward_code_fkey'; columns: ['edition_id', 'ward_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
        ];
      };
      cluster_members: {
        Row: {
          cluster_id: string;
          edition_id: string;
          id: number;
          recorded_at: string;
          superseded_at: string | null;
          valid_from: string | null;
          valid_to: string | null;
          ward_code: string;
        };
        Insert: {
          cluster_id: string;
          edition_id: string;
          id?: never;
          recorded_at?: string;
          superseded_at?: string | null;
          valid_from?: string | null;
          valid_to?: string | null;
          ward_code: string;
        };
        Update: {
          cluster_id?: string;
          edition_id?: string;
          id?: never;
          recorded_at?: string;
          superseded_at?: string | null;
          valid_from?: string | null;
          valid_to?: string | null;
          ward_code?: string;
        };
        Relationships: [
          { foreignKeyName: 'cluster_members_cluster_id_edition_id_fkey'; columns: ['cluster_id', 'edition_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id', 'edition_id'] },
          { foreignKeyName: 'cluster_members_edition_id_ward_code_fkey'; columns: ['edition_id', 'ward_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
        ];
      };
      clusters: {
        Row: {
          demonstration: boolean;
          edition_id: string;
          id: string;
          name: string;
          name_en: string;
          provenance: Json;
          recorded_at: string;
          superseded_at: string | null;
          term_from: string;
          term_to: string | null;
        };
        Insert: {
          demonstration?: boolean;
          edition_id: string;
          id: string;
          name: string;
          name_en?: string;
          provenance?: Json;
          recorded_at?: string;
          superseded_at?: string | null;
          term_from: string;
          term_to?: string | null;
        };
        Update: {
          demonstration?: boolean;
          edition_id?: string;
          id?: string;
          name?: string;
          name_en?: string;
          provenance?: Json;
          recorded_at?: string;
          superseded_at?: string | null;
          term_from?: string;
          term_to?: string | null;
        };
        Relationships: [
          { foreignKeyName: 'clusters_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
        ];
      };
      edition_loads: {
        Row: {
          accepted: boolean;
          checksum: string;
          edition_id: string;
          id: number;
          loaded_at: string;
          report: Json;
        };
        Insert: {
          accepted: boolean;
          checksum: string;
          edition_id: string;
          id?: never;
          loaded_at?: string;
          report: Json;
        };
        Update: {
          accepted?: boolean;
          checksum?: string;
          edition_id?: string;
          id?: never;
          loaded_at?: string;
          report?: Json;
        };
        Relationships: [];
      };
      focus_areas: {
        Row: {
          cluster_id: string;
          id: string;
          name: string;
          name_en: string;
          recorded_at: string;
          row_id: number;
          shape: Json;
          superseded_at: string | null;
          valid_from: string | null;
          valid_to: string | null;
        };
        Insert: {
          cluster_id: string;
          id: string;
          name: string;
          name_en?: string;
          recorded_at?: string;
          row_id?: never;
          shape: Json;
          superseded_at?: string | null;
          valid_from?: string | null;
          valid_to?: string | null;
        };
        Update: {
          cluster_id?: string;
          id?: string;
          name?: string;
          name_en?: string;
          recorded_at?: string;
          row_id?: never;
          shape?: Json;
          superseded_at?: string | null;
          valid_from?: string | null;
          valid_to?: string | null;
        };
        Relationships: [
          { foreignKeyName: 'focus_areas_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
        ];
      };
      incident_detections: {
        Row: {
          detected_at: string | null;
          id: number;
          incident_id: string;
          recorded_at: string;
          recorded_by: string | null;
          ward_code: string;
        };
        Insert: {
          detected_at?: string | null;
          id?: never;
          incident_id: string;
          recorded_at?: string;
          recorded_by?: string | null;
          ward_code: string;
        };
        Update: {
          detected_at?: string | null;
          id?: never;
          incident_id?: string;
          recorded_at?: string;
          recorded_by?: string | null;
          ward_code?: string;
        };
        Relationships: [
          { foreignKeyName: 'incident_detections_incident_id_fkey'; columns: ['incident_id']; isOneToOne: false; referencedRelation: 'incidents'; referencedColumns: ['id'] },
        ];
      };
      incident_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          id: number;
          incident_id: string;
          kind: string;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          incident_id: string;
          kind: string;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          incident_id?: string;
          kind?: string;
        };
        Relationships: [
          { foreignKeyName: 'incident_history_incident_id_fkey'; columns: ['incident_id']; isOneToOne: false; referencedRelation: 'incidents'; referencedColumns: ['id'] },
        ];
      };
      incident_receipts: {
        Row: {
          author: string | null;
          digest: string;
          incident_id: string;
        };
        Insert: {
          author?: string | null;
          digest: string;
          incident_id: string;
        };
        Update: {
          author?: string | null;
          digest?: string;
          incident_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'incident_receipts_incident_id_fkey'; columns: ['incident_id']; isOneToOne: true; referencedRelation: 'incidents'; referencedColumns: ['id'] },
        ];
      };
      incident_texts: {
        Row: {
          incident_id: string;
          search: string | null;
          summary: string;
        };
        Insert: {
          incident_id: string;
          search?: never;
          summary: string;
        };
        Update: {
          incident_id?: string;
          search?: never;
          summary?: string;
        };
        Relationships: [
          { foreignKeyName: 'incident_texts_incident_id_fkey'; columns: ['incident_id']; isOneToOne: true; referencedRelation: 'incidents'; referencedColumns: ['id'] },
        ];
      };
      incidents: {
        Row: {
          accuracy_metres: number | null;
          assist_codes: string[];
          border_distance_metres: number | null;
          border_zone: boolean;
          candidate_codes: string[];
          category: string;
          cluster_id: string | null;
          concerned_codes: string[] | null;
          detected_at: string | null;
          detected_by_code: string | null;
          edition_id: string;
          focus_area_id: string | null;
          id: string;
          junction: boolean;
          lat: number;
          lead_code: string | null;
          lead_reason: string;
          lead_trace: Json;
          lon: number;
          neighbours: Json;
          occurred_at: string;
          on_request_codes: string[];
          owner_code: string | null;
          owner_key: string | null;
          ownership_status: string;
          reported_at: string;
          reported_by_unit: string | null;
          source: string;
          status: string;
          version: number;
          width_metres: number;
        };
        Insert: {
          accuracy_metres?: number | null;
          assist_codes?: string[];
          border_distance_metres?: number | null;
          border_zone: boolean;
          candidate_codes?: string[];
          category: string;
          cluster_id?: string | null;
          concerned_codes?: never;
          detected_at?: string | null;
          detected_by_code?: string | null;
          edition_id: string;
          focus_area_id?: string | null;
          id: string;
          junction: boolean;
          lat: number;
          lead_code?: string | null;
          lead_reason: string;
          lead_trace?: Json;
          lon: number;
          neighbours?: Json;
          occurred_at: string;
          on_request_codes?: string[];
          owner_code?: string | null;
          owner_key?: never;
          ownership_status: string;
          reported_at?: string;
          reported_by_unit?: string | null;
          source?: string;
          status?: string;
          version: number;
          width_metres: number;
        };
        Update: {
          accuracy_metres?: number | null;
          assist_codes?: string[];
          border_distance_metres?: number | null;
          border_zone?: boolean;
          candidate_codes?: string[];
          category?: string;
          cluster_id?: string | null;
          concerned_codes?: never;
          detected_at?: string | null;
          detected_by_code?: string | null;
          edition_id?: string;
          focus_area_id?: string | null;
          id?: string;
          junction?: boolean;
          lat?: number;
          lead_code?: string | null;
          lead_reason?: string;
          lead_trace?: Json;
          lon?: number;
          neighbours?: Json;
          occurred_at?: string;
          on_request_codes?: string[];
          owner_code?: string | null;
          owner_key?: never;
          ownership_status?: string;
          reported_at?: string;
          reported_by_unit?: string | null;
          source?: string;
          status?: string;
          version?: number;
          width_metres?: number;
        };
        Relationships: [
          { foreignKeyName: 'incidents_category_fkey'; columns: ['category']; isOneToOne: false; referencedRelation: 'categories'; referencedColumns: ['code'] },
          { foreignKeyName: 'incidents_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
          { foreignKeyName: 'incidents_edition_id_detected_by_code_fkey'; columns: ['edition_id', 'detected_by_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'incidents_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
          { foreignKeyName: 'incidents_edition_id_lead_code_fkey'; columns: ['edition_id', 'lead_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'incidents_edition_id_owner_code_fkey'; columns: ['edition_id', 'owner_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'incidents_reported_by_unit_fkey'; columns: ['reported_by_unit']; isOneToOne: false; referencedRelation: 'units'; referencedColumns: ['id'] },
        ];
      };
      profile_units: {
        Row: {
          recorded_at: string;
          superseded_at: string | null;
          unit_id: string;
          user_id: string;
          valid_from: string;
          valid_to: string | null;
        };
        Insert: {
          recorded_at?: string;
          superseded_at?: string | null;
          unit_id: string;
          user_id: string;
          valid_from: string;
          valid_to?: string | null;
        };
        Update: {
          recorded_at?: string;
          superseded_at?: string | null;
          unit_id?: string;
          user_id?: string;
          valid_from?: string;
          valid_to?: string | null;
        };
        Relationships: [
          { foreignKeyName: 'profile_units_unit_id_fkey'; columns: ['unit_id']; isOneToOne: false; referencedRelation: 'units'; referencedColumns: ['id'] },
          { foreignKeyName: 'profile_units_user_id_fkey'; columns: ['user_id']; isOneToOne: false; referencedRelation: 'profiles'; referencedColumns: ['user_id'] },
        ];
      };
      profiles: {
        Row: {
          disabled_at: string | null;
          recorded_at: string;
          role: string;
          user_id: string;
        };
        Insert: {
          disabled_at?: string | null;
          recorded_at?: string;
          role: string;
          user_id: string;
        };
        Update: {
          disabled_at?: string | null;
          recorded_at?: string;
          role?: string;
          user_id?: string;
        };
        Relationships: [];
      };
      regulations: {
        Row: {
          border_width_metres: number;
          cluster_id: string;
          id: number;
          recorded_at: string;
          rules: Json;
          superseded_at: string | null;
          valid_from: string;
          valid_to: string | null;
          version: number;
        };
        Insert: {
          border_width_metres: number;
          cluster_id: string;
          id?: never;
          recorded_at?: string;
          rules?: Json;
          superseded_at?: string | null;
          valid_from: string;
          valid_to?: string | null;
          version: number;
        };
        Update: {
          border_width_metres?: number;
          cluster_id?: string;
          id?: never;
          recorded_at?: string;
          rules?: Json;
          superseded_at?: string | null;
          valid_from?: string;
          valid_to?: string | null;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: 'regulations_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
        ];
      };
      settings: {
        Row: {
          key: string;
          recorded_at: string;
          value: Json;
        };
        Insert: {
          key: string;
          recorded_at?: string;
          value: Json;
        };
        Update: {
          key?: string;
          recorded_at?: string;
          value?: Json;
        };
        Relationships: [];
      };
      unit_wards: {
        Row: {
          edition_id: string;
          recorded_at: string;
          unit_id: string;
          ward_code: string;
        };
        Insert: {
          edition_id: string;
          recorded_at?: string;
          unit_id: string;
          ward_code: string;
        };
        Update: {
          edition_id?: string;
          recorded_at?: string;
          unit_id?: string;
          ward_code?: string;
        };
        Relationships: [
          { foreignKeyName: 'unit_wards_edition_id_ward_code_fkey'; columns: ['edition_id', 'ward_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'unit_wards_unit_id_fkey'; columns: ['unit_id']; isOneToOne: false; referencedRelation: 'units'; referencedColumns: ['id'] },
        ];
      };
      units: {
        Row: {
          duty_desk_phone: string | null;
          id: string;
          name: string;
          recorded_at: string;
          superseded_at: string | null;
        };
        Insert: {
          duty_desk_phone?: string | null;
          id: string;
          name: string;
          recorded_at?: string;
          superseded_at?: string | null;
        };
        Update: {
          duty_desk_phone?: string | null;
          id?: string;
          name?: string;
          recorded_at?: string;
          superseded_at?: string | null;
        };
        Relationships: [];
      };
      ward_successions: {
        Row: {
          area_share: number | null;
          from_code: string;
          from_edition: string;
          note: string;
          recorded_at: string;
          relation: string;
          superseded_at: string | null;
          to_code: string;
          to_edition: string;
        };
        Insert: {
          area_share?: number | null;
          from_code: string;
          from_edition: string;
          note?: string;
          recorded_at?: string;
          relation: string;
          superseded_at?: string | null;
          to_code: string;
          to_edition: string;
        };
        Update: {
          area_share?: number | null;
          from_code?: string;
          from_edition?: string;
          note?: string;
          recorded_at?: string;
          relation?: string;
          superseded_at?: string | null;
          to_code?: string;
          to_edition?: string;
        };
        Relationships: [
          { foreignKeyName: 'ward_successions_from_edition_from_code_fkey'; columns: ['from_edition', 'from_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'ward_successions_to_edition_to_code_fkey'; columns: ['to_edition', 'to_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
        ];
      };
      wards: {
        Row: {
          area_square_metres: number;
          code: string;
          district_name: string | null;
          east: number;
          edition_id: string;
          geometry: Json;
          kind: string;
          label_lat: number;
          label_lon: number;
          line_source: string;
          name: string;
          name_search: string | null;
          north: number;
          perimeter_metres: number;
          province_code: string;
          province_name: string;
          south: number;
          west: number;
        };
        Insert: {
          area_square_metres: number;
          code: string;
          district_name?: string | null;
          east: number;
          edition_id: string;
          geometry: Json;
          kind: string;
          label_lat: number;
          label_lon: number;
          line_source?: string;
          name: string;
          name_search?: never;
          north: number;
          perimeter_metres: number;
          province_code: string;
          province_name: string;
          south: number;
          west: number;
        };
        Update: {
          area_square_metres?: number;
          code?: string;
          district_name?: string | null;
          east?: number;
          edition_id?: string;
          geometry?: Json;
          kind?: string;
          label_lat?: number;
          label_lon?: number;
          line_source?: string;
          name?: string;
          name_search?: never;
          north?: number;
          perimeter_metres?: number;
          province_code?: string;
          province_name?: string;
          south?: number;
          west?: number;
        };
        Relationships: [
          { foreignKeyName: 'wards_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
        ];
      };
    };
    Views: Record<never, never>;
    Functions: {
      change_incident_status: { Args: { incident: string; to_status: string; seen_version: number; actor: Json }; Returns: Json };
      import_incidents: { Args: { payload: Json }; Returns: number };
      list_incidents: { Args: { filter?: Json; page_size?: number; after_at?: string; after_id?: string }; Returns: Json };
      load_edition: { Args: { payload: Json }; Returns: undefined };
      load_reference: { Args: { payload: Json }; Returns: undefined };
      my_account: { Args: Record<PropertyKey, never>; Returns: Json };
      points: { Args: { since?: number }; Returns: Json };
      record_incident: { Args: { payload: Json }; Returns: Json };
      rules_fingerprint: { Args: Record<PropertyKey, never>; Returns: string };
    };
    Enums: Record<never, never>;
    CompositeTypes: Record<never, never>;
  };
}
