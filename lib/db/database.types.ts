// Written by supabase/tools/generate-types.ts (npm run db:types) from the migrations. Do not edit.

/** A JSON value as the API sends and takes it. */
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

/** The schema as supabase-js needs to know it. */
export interface Database {
  public: {
    Tables: {
      alarm_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          alarm_id: string;
          at: string;
          id: number;
          kind: string;
          version: number;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          alarm_id: string;
          at?: string;
          id?: never;
          kind: string;
          version: number;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          alarm_id?: string;
          at?: string;
          id?: never;
          kind?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: 'alarm_history_alarm_id_fkey'; columns: ['alarm_id']; isOneToOne: false; referencedRelation: 'alarms'; referencedColumns: ['id'] },
        ];
      };
      alarm_remarks: {
        Row: {
          alarm_id: string;
          history_id: number;
          remark: string;
        };
        Insert: {
          alarm_id: string;
          history_id: number;
          remark: string;
        };
        Update: {
          alarm_id?: string;
          history_id?: number;
          remark?: string;
        };
        Relationships: [
          { foreignKeyName: 'alarm_remarks_alarm_id_fkey'; columns: ['alarm_id']; isOneToOne: false; referencedRelation: 'alarms'; referencedColumns: ['id'] },
          { foreignKeyName: 'alarm_remarks_history_id_fkey'; columns: ['history_id']; isOneToOne: true; referencedRelation: 'alarm_history'; referencedColumns: ['id'] },
        ];
      };
      alarm_watch: {
        Row: {
          at: string | null;
          charts: number | null;
          claim: string | null;
          claimed_until: string | null;
          false_alarms_per_month: number | null;
          mark: Json | null;
          one: boolean;
          watched_to: string | null;
        };
        Insert: {
          at?: string | null;
          charts?: number | null;
          claim?: string | null;
          claimed_until?: string | null;
          false_alarms_per_month?: number | null;
          mark?: Json | null;
          one?: boolean;
          watched_to?: string | null;
        };
        Update: {
          at?: string | null;
          charts?: number | null;
          claim?: string | null;
          claimed_until?: string | null;
          false_alarms_per_month?: number | null;
          mark?: Json | null;
          one?: boolean;
          watched_to?: string | null;
        };
        Relationships: [];
      };
      alarms: {
        Row: {
          category: string | null;
          changed_at: string;
          cluster_id: string | null;
          codes: string[];
          created_at: string;
          detected_week: string;
          edition_id: string;
          ended_at: string | null;
          evidence: Json;
          id: string;
          method: string;
          method_version: number;
          since_day: string;
          snoozed_count: number | null;
          snoozed_until: string | null;
          state: string;
          subject_key: string | null;
          subject_kind: string;
          version: number;
          watched_to: string;
        };
        Insert: {
          category?: string | null;
          changed_at?: string;
          cluster_id?: string | null;
          codes: string[];
          created_at?: string;
          detected_week: string;
          edition_id: string;
          ended_at?: string | null;
          evidence: Json;
          id?: string;
          method: string;
          method_version: number;
          since_day: string;
          snoozed_count?: number | null;
          snoozed_until?: string | null;
          state?: string;
          subject_key?: never;
          subject_kind: string;
          version?: number;
          watched_to: string;
        };
        Update: {
          category?: string | null;
          changed_at?: string;
          cluster_id?: string | null;
          codes?: string[];
          created_at?: string;
          detected_week?: string;
          edition_id?: string;
          ended_at?: string | null;
          evidence?: Json;
          id?: string;
          method?: string;
          method_version?: number;
          since_day?: string;
          snoozed_count?: number | null;
          snoozed_until?: string | null;
          state?: string;
          subject_key?: never;
          subject_kind?: string;
          version?: number;
          watched_to?: string;
        };
        Relationships: [
          { foreignKeyName: 'alarms_category_fkey'; columns: ['category']; isOneToOne: false; referencedRelation: 'categories'; referencedColumns: ['code'] },
          { foreignKeyName: 'alarms_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
          { foreignKeyName: 'alarms_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
        ];
      };
      analysis_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          id: number;
          kind: string;
          run_id: string;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          kind: string;
          run_id: string;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          kind?: string;
          run_id?: string;
        };
        Relationships: [];
      };
      analysis_runs: {
        Row: {
          as_of: string | null;
          attempts: number;
          author: string | null;
          beat_at: string | null;
          cancel_asked: boolean;
          claim: string | null;
          created_at: string;
          created_by_role: string;
          created_by_unit: string | null;
          data_digest: string | null;
          elapsed_ms: number | null;
          failure: string | null;
          failure_detail: string | null;
          finished_at: string | null;
          id: string;
          input_digest: string | null;
          known: Json | null;
          method: string;
          method_version: number;
          name: string | null;
          outcome: Json | null;
          outcome_digest: string | null;
          parameters: Json;
          progress: number;
          repeats: string | null;
          saved: boolean;
          scope: Json;
          seed: number;
          started_at: string | null;
          state: string;
          taken_from: string | null;
          used: Json | null;
          version: number;
        };
        Insert: {
          as_of?: string | null;
          attempts?: number;
          author?: string | null;
          beat_at?: string | null;
          cancel_asked?: boolean;
          claim?: string | null;
          created_at?: string;
          created_by_role: string;
          created_by_unit?: string | null;
          data_digest?: string | null;
          elapsed_ms?: number | null;
          failure?: string | null;
          failure_detail?: string | null;
          finished_at?: string | null;
          id: string;
          input_digest?: string | null;
          known?: Json | null;
          method: string;
          method_version: number;
          name?: string | null;
          outcome?: Json | null;
          outcome_digest?: string | null;
          parameters: Json;
          progress?: number;
          repeats?: string | null;
          saved?: boolean;
          scope: Json;
          seed: number;
          started_at?: string | null;
          state?: string;
          taken_from?: string | null;
          used?: Json | null;
          version?: number;
        };
        Update: {
          as_of?: string | null;
          attempts?: number;
          author?: string | null;
          beat_at?: string | null;
          cancel_asked?: boolean;
          claim?: string | null;
          created_at?: string;
          created_by_role?: string;
          created_by_unit?: string | null;
          data_digest?: string | null;
          elapsed_ms?: number | null;
          failure?: string | null;
          failure_detail?: string | null;
          finished_at?: string | null;
          id?: string;
          input_digest?: string | null;
          known?: Json | null;
          method?: string;
          method_version?: number;
          name?: string | null;
          outcome?: Json | null;
          outcome_digest?: string | null;
          parameters?: Json;
          progress?: number;
          repeats?: string | null;
          saved?: boolean;
          scope?: Json;
          seed?: number;
          started_at?: string | null;
          state?: string;
          taken_from?: string | null;
          used?: Json | null;
          version?: number;
        };
        Relationships: [];
      };
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
      briefing_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          id: number;
          kind: string;
          subject: string;
          subject_id: string | null;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          kind: string;
          subject: string;
          subject_id?: string | null;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          kind?: string;
          subject?: string;
          subject_id?: string | null;
        };
        Relationships: [];
      };
      briefing_numbers: {
        Row: {
          last: number;
          year: number;
        };
        Insert: {
          last: number;
          year: number;
        };
        Update: {
          last?: number;
          year?: number;
        };
        Relationships: [];
      };
      briefing_pins: {
        Row: {
          author: string | null;
          created_at: string;
          created_by_role: string;
          id: string;
          kind: string;
          path: string;
          taken_by: string | null;
          title: string;
        };
        Insert: {
          author?: string | null;
          created_at?: string;
          created_by_role: string;
          id: string;
          kind: string;
          path: string;
          taken_by?: string | null;
          title: string;
        };
        Update: {
          author?: string | null;
          created_at?: string;
          created_by_role?: string;
          id?: string;
          kind?: string;
          path?: string;
          taken_by?: string | null;
          title?: string;
        };
        Relationships: [
          { foreignKeyName: 'briefing_pins_taken_by_fkey'; columns: ['taken_by']; isOneToOne: false; referencedRelation: 'briefings'; referencedColumns: ['id'] },
        ];
      };
      briefing_slides: {
        Row: {
          added_at: string;
          briefing_id: string;
          digest: string;
          names: Json;
          place: number;
          slide: Json;
          slide_id: string;
        };
        Insert: {
          added_at?: string;
          briefing_id: string;
          digest: string;
          names: Json;
          place: number;
          slide: Json;
          slide_id: string;
        };
        Update: {
          added_at?: string;
          briefing_id?: string;
          digest?: string;
          names?: Json;
          place?: number;
          slide?: Json;
          slide_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'briefing_slides_briefing_id_fkey'; columns: ['briefing_id']; isOneToOne: false; referencedRelation: 'briefings'; referencedColumns: ['id'] },
        ];
      };
      briefing_templates: {
        Row: {
          area: Json;
          author: string | null;
          classification: string;
          created_at: string;
          created_by_role: string;
          id: string;
          is_active: boolean;
          minute_of_day: number;
          name: string;
          period_kind: string;
          removed_at: string | null;
          shows_text: boolean;
          since: string;
          version: number;
          weekdays: number[];
        };
        Insert: {
          area: Json;
          author?: string | null;
          classification: string;
          created_at?: string;
          created_by_role: string;
          id: string;
          is_active?: boolean;
          minute_of_day: number;
          name: string;
          period_kind: string;
          removed_at?: string | null;
          shows_text?: boolean;
          since?: string;
          version?: number;
          weekdays: number[];
        };
        Update: {
          area?: Json;
          author?: string | null;
          classification?: string;
          created_at?: string;
          created_by_role?: string;
          id?: string;
          is_active?: boolean;
          minute_of_day?: number;
          name?: string;
          period_kind?: string;
          removed_at?: string | null;
          shows_text?: boolean;
          since?: string;
          version?: number;
          weekdays?: number[];
        };
        Relationships: [];
      };
      briefings: {
        Row: {
          area: Json;
          as_of: string;
          attempts: number;
          author: string | null;
          beat_at: string | null;
          cancel_asked: boolean;
          claim: string | null;
          classification: string;
          content: Json | null;
          created_at: string;
          created_by_role: string;
          created_by_unit: string | null;
          deck: Json;
          digest: string | null;
          edition_id: string;
          elapsed_ms: number | null;
          failure: string | null;
          failure_detail: string | null;
          finished_at: string | null;
          from_day: string;
          id: string;
          number: string;
          patrol_id: string | null;
          pending_pins: string[];
          period_kind: string;
          previous_id: string | null;
          progress: number;
          request: Json;
          seed: number;
          shows_text: boolean;
          state: string;
          template_day: string | null;
          template_id: string | null;
          texts: Json | null;
          title: string;
          to_day: string;
          version: number;
        };
        Insert: {
          area: Json;
          as_of: string;
          attempts?: number;
          author?: string | null;
          beat_at?: string | null;
          cancel_asked?: boolean;
          claim?: string | null;
          classification: string;
          content?: Json | null;
          created_at?: string;
          created_by_role: string;
          created_by_unit?: string | null;
          deck?: Json;
          digest?: string | null;
          edition_id: string;
          elapsed_ms?: number | null;
          failure?: string | null;
          failure_detail?: string | null;
          finished_at?: string | null;
          from_day: string;
          id: string;
          number: string;
          patrol_id?: string | null;
          pending_pins?: string[];
          period_kind: string;
          previous_id?: string | null;
          progress?: number;
          request: Json;
          seed?: number;
          shows_text?: boolean;
          state?: string;
          template_day?: string | null;
          template_id?: string | null;
          texts?: Json | null;
          title: string;
          to_day: string;
          version?: number;
        };
        Update: {
          area?: Json;
          as_of?: string;
          attempts?: number;
          author?: string | null;
          beat_at?: string | null;
          cancel_asked?: boolean;
          claim?: string | null;
          classification?: string;
          content?: Json | null;
          created_at?: string;
          created_by_role?: string;
          created_by_unit?: string | null;
          deck?: Json;
          digest?: string | null;
          edition_id?: string;
          elapsed_ms?: number | null;
          failure?: string | null;
          failure_detail?: string | null;
          finished_at?: string | null;
          from_day?: string;
          id?: string;
          number?: string;
          patrol_id?: string | null;
          pending_pins?: string[];
          period_kind?: string;
          previous_id?: string | null;
          progress?: number;
          request?: Json;
          seed?: number;
          shows_text?: boolean;
          state?: string;
          template_day?: string | null;
          template_id?: string | null;
          texts?: Json | null;
          title?: string;
          to_day?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: 'briefings_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
          { foreignKeyName: 'briefings_previous_id_fkey'; columns: ['previous_id']; isOneToOne: false; referencedRelation: 'briefings'; referencedColumns: ['id'] },
          { foreignKeyName: 'briefings_template_id_fkey'; columns: ['template_id']; isOneToOne: false; referencedRelation: 'briefing_templates'; referencedColumns: ['id'] },
        ];
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
      change_topics: {
        Row: {
          key: string;
          topic: string;
          version: number;
        };
        Insert: {
          key: string;
          topic: string;
          version: number;
        };
        Update: {
          key?: string;
          topic?: string;
          version?: number;
        };
        Relationships: [];
      };
      cluster_hand_overs: {
        Row: {
          cluster_id: string;
          edition_id: string;
          effective_from: string;
          facts: Json;
          from_code: string | null;
          history_id: number;
          id: number;
          number: number;
          recorded_at: string;
          to_code: string;
        };
        Insert: {
          cluster_id: string;
          edition_id: string;
          effective_from: string;
          facts: Json;
          from_code?: string | null;
          history_id: number;
          id?: never;
          number: number;
          recorded_at?: string;
          to_code: string;
        };
        Update: {
          cluster_id?: string;
          edition_id?: string;
          effective_from?: string;
          facts?: Json;
          from_code?: string | null;
          history_id?: number;
          id?: never;
          number?: number;
          recorded_at?: string;
          to_code?: string;
        };
        Relationships: [
          { foreignKeyName: 'cluster_hand_overs_cluster_id_edition_id_fkey'; columns: ['cluster_id', 'edition_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id', 'edition_id'] },
          { foreignKeyName: 'cluster_hand_overs_edition_id_from_code_fkey'; columns: ['edition_id', 'from_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'cluster_hand_overs_edition_id_to_code_fkey'; columns: ['edition_id', 'to_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'cluster_hand_overs_history_id_fkey'; columns: ['history_id']; isOneToOne: false; referencedRelation: 'cluster_history'; referencedColumns: ['id'] },
        ];
      };
      cluster_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          cluster_id: string | null;
          id: number;
          kind: string;
          unit_id: string | null;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          cluster_id?: string | null;
          id?: never;
          kind: string;
          unit_id?: string | null;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          cluster_id?: string | null;
          id?: never;
          kind?: string;
          unit_id?: string | null;
        };
        Relationships: [
          { foreignKeyName: 'cluster_history_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
          { foreignKeyName: 'cluster_history_unit_id_fkey'; columns: ['unit_id']; isOneToOne: false; referencedRelation: 'units'; referencedColumns: ['id'] },
        ];
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
      cluster_note_incidents: {
        Row: {
          incident_id: string;
          note_id: string;
        };
        Insert: {
          incident_id: string;
          note_id: string;
        };
        Update: {
          incident_id?: string;
          note_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'cluster_note_incidents_incident_id_fkey'; columns: ['incident_id']; isOneToOne: false; referencedRelation: 'incidents'; referencedColumns: ['id'] },
          { foreignKeyName: 'cluster_note_incidents_note_id_fkey'; columns: ['note_id']; isOneToOne: true; referencedRelation: 'cluster_notes'; referencedColumns: ['id'] },
        ];
      };
      cluster_notes: {
        Row: {
          at: string;
          author: string | null;
          body: string;
          cluster_id: string;
          id: string;
          role: string;
          unit_id: string | null;
        };
        Insert: {
          at?: string;
          author?: string | null;
          body: string;
          cluster_id: string;
          id: string;
          role: string;
          unit_id?: string | null;
        };
        Update: {
          at?: string;
          author?: string | null;
          body?: string;
          cluster_id?: string;
          id?: string;
          role?: string;
          unit_id?: string | null;
        };
        Relationships: [
          { foreignKeyName: 'cluster_notes_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
          { foreignKeyName: 'cluster_notes_unit_id_fkey'; columns: ['unit_id']; isOneToOne: false; referencedRelation: 'units'; referencedColumns: ['id'] },
        ];
      };
      cluster_remarks: {
        Row: {
          body: string;
          history_id: number;
        };
        Insert: {
          body: string;
          history_id: number;
        };
        Update: {
          body?: string;
          history_id?: number;
        };
        Relationships: [
          { foreignKeyName: 'cluster_remarks_history_id_fkey'; columns: ['history_id']; isOneToOne: true; referencedRelation: 'cluster_history'; referencedColumns: ['id'] },
        ];
      };
      cluster_requests: {
        Row: {
          answer: Json;
          at: string;
          author: string | null;
          cluster_id: string;
          id: string;
        };
        Insert: {
          answer: Json;
          at?: string;
          author?: string | null;
          cluster_id: string;
          id: string;
        };
        Update: {
          answer?: Json;
          at?: string;
          author?: string | null;
          cluster_id?: string;
          id?: string;
        };
        Relationships: [
          { foreignKeyName: 'cluster_requests_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
        ];
      };
      cluster_terms: {
        Row: {
          cluster_id: string;
          superseded_at: string;
          term_from: string;
          term_to: string | null;
        };
        Insert: {
          cluster_id: string;
          superseded_at: string;
          term_from: string;
          term_to?: string | null;
        };
        Update: {
          cluster_id?: string;
          superseded_at?: string;
          term_from?: string;
          term_to?: string | null;
        };
        Relationships: [
          { foreignKeyName: 'cluster_terms_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
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
      commendations: {
        Row: {
          assumed: boolean;
          changed_at: string;
          collectives: number;
          created_at: string;
          decision_date: string;
          decision_number: string | null;
          id: string;
          individuals: number;
          level: string;
          programme_id: string | null;
          version: number;
          ward_key: string | null;
        };
        Insert: {
          assumed?: boolean;
          changed_at?: string;
          collectives: number;
          created_at?: string;
          decision_date: string;
          decision_number?: string | null;
          id: string;
          individuals: number;
          level: string;
          programme_id?: string | null;
          version?: number;
          ward_key?: string | null;
        };
        Update: {
          assumed?: boolean;
          changed_at?: string;
          collectives?: number;
          created_at?: string;
          decision_date?: string;
          decision_number?: string | null;
          id?: string;
          individuals?: number;
          level?: string;
          programme_id?: string | null;
          version?: number;
          ward_key?: string | null;
        };
        Relationships: [
          { foreignKeyName: 'commendations_programme_id_fkey'; columns: ['programme_id']; isOneToOne: false; referencedRelation: 'programmes'; referencedColumns: ['id'] },
        ];
      };
      dispute_escalations: {
        Row: {
          at: string;
          by_role: string | null;
          by_unit: string | null;
          dispute_id: string;
          history_id: number;
          raised_to: string;
        };
        Insert: {
          at: string;
          by_role?: string | null;
          by_unit?: string | null;
          dispute_id: string;
          history_id: number;
          raised_to: string;
        };
        Update: {
          at?: string;
          by_role?: string | null;
          by_unit?: string | null;
          dispute_id?: string;
          history_id?: number;
          raised_to?: string;
        };
        Relationships: [
          { foreignKeyName: 'dispute_escalations_dispute_id_fkey'; columns: ['dispute_id']; isOneToOne: false; referencedRelation: 'disputes'; referencedColumns: ['id'] },
          { foreignKeyName: 'dispute_escalations_history_id_fkey'; columns: ['history_id']; isOneToOne: true; referencedRelation: 'dispute_history'; referencedColumns: ['id'] },
        ];
      };
      dispute_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          dispute_id: string;
          id: number;
          kind: string;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          dispute_id: string;
          id?: never;
          kind: string;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          dispute_id?: string;
          id?: never;
          kind?: string;
        };
        Relationships: [
          { foreignKeyName: 'dispute_history_dispute_id_fkey'; columns: ['dispute_id']; isOneToOne: false; referencedRelation: 'disputes'; referencedColumns: ['id'] },
        ];
      };
      dispute_receipts: {
        Row: {
          author: string | null;
          digest: string;
          dispute_id: string;
        };
        Insert: {
          author?: string | null;
          digest: string;
          dispute_id: string;
        };
        Update: {
          author?: string | null;
          digest?: string;
          dispute_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'dispute_receipts_dispute_id_fkey'; columns: ['dispute_id']; isOneToOne: true; referencedRelation: 'disputes'; referencedColumns: ['id'] },
        ];
      };
      dispute_requests: {
        Row: {
          author: string;
          dispute_id: string;
          request_id: string;
          served_at: string;
        };
        Insert: {
          author: string;
          dispute_id: string;
          request_id: string;
          served_at?: string;
        };
        Update: {
          author?: string;
          dispute_id?: string;
          request_id?: string;
          served_at?: string;
        };
        Relationships: [
          { foreignKeyName: 'dispute_requests_dispute_id_fkey'; columns: ['dispute_id']; isOneToOne: false; referencedRelation: 'disputes'; referencedColumns: ['id'] },
        ];
      };
      dispute_rules: {
        Row: {
          assumed: boolean;
          recorded_at: string;
          recorded_by_role: string | null;
          rule: Json;
          version: number;
        };
        Insert: {
          assumed?: boolean;
          recorded_at?: string;
          recorded_by_role?: string | null;
          rule: Json;
          version: number;
        };
        Update: {
          assumed?: boolean;
          recorded_at?: string;
          recorded_by_role?: string | null;
          rule?: Json;
          version?: number;
        };
        Relationships: [];
      };
      dispute_sessions: {
        Row: {
          dispute_id: string;
          held_at: string | null;
          number: number;
          outcome: string | null;
          planned_at: string | null;
          team: string;
        };
        Insert: {
          dispute_id: string;
          held_at?: string | null;
          number: number;
          outcome?: string | null;
          planned_at?: string | null;
          team: string;
        };
        Update: {
          dispute_id?: string;
          held_at?: string | null;
          number?: number;
          outcome?: string | null;
          planned_at?: string | null;
          team?: string;
        };
        Relationships: [
          { foreignKeyName: 'dispute_sessions_dispute_id_fkey'; columns: ['dispute_id']; isOneToOne: false; referencedRelation: 'disputes'; referencedColumns: ['id'] },
        ];
      };
      dispute_texts: {
        Row: {
          body: string;
          dispute_id: string;
          history_id: number;
          kind: string;
          session_number: number | null;
        };
        Insert: {
          body: string;
          dispute_id: string;
          history_id: number;
          kind: string;
          session_number?: number | null;
        };
        Update: {
          body?: string;
          dispute_id?: string;
          history_id?: number;
          kind?: string;
          session_number?: number | null;
        };
        Relationships: [
          { foreignKeyName: 'dispute_texts_dispute_id_fkey'; columns: ['dispute_id']; isOneToOne: false; referencedRelation: 'disputes'; referencedColumns: ['id'] },
          { foreignKeyName: 'dispute_texts_history_id_fkey'; columns: ['history_id']; isOneToOne: true; referencedRelation: 'dispute_history'; referencedColumns: ['id'] },
        ];
      };
      disputes: {
        Row: {
          began_at: string;
          changed_at: string;
          created_at: string;
          due_day: string;
          edition_id: string;
          ended_on: string | null;
          extended: boolean;
          follow_up_day: string | null;
          handed_over_to: string | null;
          id: string;
          incident_id: string | null;
          kind: string;
          lat: number;
          lon: number;
          parties: Json;
          received_at: string;
          risk: string;
          rule_version: number;
          source: string;
          stage: string;
          version: number;
          ward_code: string;
        };
        Insert: {
          began_at: string;
          changed_at?: string;
          created_at?: string;
          due_day: string;
          edition_id: string;
          ended_on?: string | null;
          extended?: boolean;
          follow_up_day?: string | null;
          handed_over_to?: string | null;
          id: string;
          incident_id?: string | null;
          kind: string;
          lat: number;
          lon: number;
          parties: Json;
          received_at: string;
          risk: string;
          rule_version: number;
          source: string;
          stage?: string;
          version?: number;
          ward_code: string;
        };
        Update: {
          began_at?: string;
          changed_at?: string;
          created_at?: string;
          due_day?: string;
          edition_id?: string;
          ended_on?: string | null;
          extended?: boolean;
          follow_up_day?: string | null;
          handed_over_to?: string | null;
          id?: string;
          incident_id?: string | null;
          kind?: string;
          lat?: number;
          lon?: number;
          parties?: Json;
          received_at?: string;
          risk?: string;
          rule_version?: number;
          source?: string;
          stage?: string;
          version?: number;
          ward_code?: string;
        };
        Relationships: [
          { foreignKeyName: 'disputes_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
          { foreignKeyName: 'disputes_edition_id_ward_code_fkey'; columns: ['edition_id', 'ward_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'disputes_incident_id_fkey'; columns: ['incident_id']; isOneToOne: true; referencedRelation: 'incidents'; referencedColumns: ['id'] },
          { foreignKeyName: 'disputes_rule_version_fkey'; columns: ['rule_version']; isOneToOne: false; referencedRelation: 'dispute_rules'; referencedColumns: ['version'] },
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
      export_files: {
        Row: {
          attempts: number;
          author: string | null;
          beat_at: string | null;
          cancel_asked: boolean;
          claim: string | null;
          content: string | null;
          created_at: string;
          digest: string | null;
          elapsed_ms: number | null;
          failure: string | null;
          failure_detail: string | null;
          file_name: string;
          finished_at: string | null;
          form: string;
          id: string;
          payload: Json | null;
          progress: number;
          request: Json;
          size: number | null;
          state: string;
        };
        Insert: {
          attempts?: number;
          author?: string | null;
          beat_at?: string | null;
          cancel_asked?: boolean;
          claim?: string | null;
          content?: string | null;
          created_at?: string;
          digest?: string | null;
          elapsed_ms?: number | null;
          failure?: string | null;
          failure_detail?: string | null;
          file_name: string;
          finished_at?: string | null;
          form: string;
          id: string;
          payload?: Json | null;
          progress?: number;
          request: Json;
          size?: number | null;
          state?: string;
        };
        Update: {
          attempts?: number;
          author?: string | null;
          beat_at?: string | null;
          cancel_asked?: boolean;
          claim?: string | null;
          content?: string | null;
          created_at?: string;
          digest?: string | null;
          elapsed_ms?: number | null;
          failure?: string | null;
          failure_detail?: string | null;
          file_name?: string;
          finished_at?: string | null;
          form?: string;
          id?: string;
          payload?: Json | null;
          progress?: number;
          request?: Json;
          size?: number | null;
          state?: string;
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
      incident_assists: {
        Row: {
          answered_at: string | null;
          asked_at: string;
          basis: string;
          due_at: string | null;
          edition_id: string;
          finished_at: string | null;
          incident_id: string;
          note_id: number | null;
          status: string;
          version: number;
          ward_code: string;
        };
        Insert: {
          answered_at?: string | null;
          asked_at: string;
          basis: string;
          due_at?: string | null;
          edition_id: string;
          finished_at?: string | null;
          incident_id: string;
          note_id?: number | null;
          status?: string;
          version?: number;
          ward_code: string;
        };
        Update: {
          answered_at?: string | null;
          asked_at?: string;
          basis?: string;
          due_at?: string | null;
          edition_id?: string;
          finished_at?: string | null;
          incident_id?: string;
          note_id?: number | null;
          status?: string;
          version?: number;
          ward_code?: string;
        };
        Relationships: [
          { foreignKeyName: 'incident_assists_edition_id_ward_code_fkey'; columns: ['edition_id', 'ward_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'incident_assists_incident_id_fkey'; columns: ['incident_id']; isOneToOne: false; referencedRelation: 'incidents'; referencedColumns: ['id'] },
          { foreignKeyName: 'incident_assists_note_id_fkey'; columns: ['note_id']; isOneToOne: false; referencedRelation: 'incident_remarks'; referencedColumns: ['id'] },
        ];
      };
      incident_decisions: {
        Row: {
          decided_at: string;
          edition_id: string;
          id: number;
          incident_id: string;
          reason_id: number | null;
          ward_code: string;
          withdrawal_reason_id: number | null;
          withdrawn_at: string | null;
        };
        Insert: {
          decided_at: string;
          edition_id: string;
          id?: never;
          incident_id: string;
          reason_id?: number | null;
          ward_code: string;
          withdrawal_reason_id?: number | null;
          withdrawn_at?: string | null;
        };
        Update: {
          decided_at?: string;
          edition_id?: string;
          id?: never;
          incident_id?: string;
          reason_id?: number | null;
          ward_code?: string;
          withdrawal_reason_id?: number | null;
          withdrawn_at?: string | null;
        };
        Relationships: [
          { foreignKeyName: 'incident_decisions_edition_id_ward_code_fkey'; columns: ['edition_id', 'ward_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'incident_decisions_incident_id_fkey'; columns: ['incident_id']; isOneToOne: false; referencedRelation: 'incidents'; referencedColumns: ['id'] },
          { foreignKeyName: 'incident_decisions_reason_id_fkey'; columns: ['reason_id']; isOneToOne: false; referencedRelation: 'incident_remarks'; referencedColumns: ['id'] },
          { foreignKeyName: 'incident_decisions_withdrawal_reason_id_fkey'; columns: ['withdrawal_reason_id']; isOneToOne: false; referencedRelation: 'incident_remarks'; referencedColumns: ['id'] },
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
      incident_hand_overs: {
        Row: {
          answer_id: number | null;
          answered_at: string | null;
          due_at: string | null;
          edition_id: string;
          from_code: string | null;
          id: number;
          incident_id: string;
          offered_at: string;
          reason_id: number | null;
          status: string;
          to_code: string;
          version: number;
        };
        Insert: {
          answer_id?: number | null;
          answered_at?: string | null;
          due_at?: string | null;
          edition_id: string;
          from_code?: string | null;
          id?: never;
          incident_id: string;
          offered_at: string;
          reason_id?: number | null;
          status?: string;
          to_code: string;
          version?: number;
        };
        Update: {
          answer_id?: number | null;
          answered_at?: string | null;
          due_at?: string | null;
          edition_id?: string;
          from_code?: string | null;
          id?: never;
          incident_id?: string;
          offered_at?: string;
          reason_id?: number | null;
          status?: string;
          to_code?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: 'incident_hand_overs_answer_id_fkey'; columns: ['answer_id']; isOneToOne: false; referencedRelation: 'incident_remarks'; referencedColumns: ['id'] },
          { foreignKeyName: 'incident_hand_overs_edition_id_from_code_fkey'; columns: ['edition_id', 'from_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'incident_hand_overs_edition_id_to_code_fkey'; columns: ['edition_id', 'to_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'incident_hand_overs_incident_id_fkey'; columns: ['incident_id']; isOneToOne: false; referencedRelation: 'incidents'; referencedColumns: ['id'] },
          { foreignKeyName: 'incident_hand_overs_reason_id_fkey'; columns: ['reason_id']; isOneToOne: false; referencedRelation: 'incident_remarks'; referencedColumns: ['id'] },
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
          remark_id: number | null;
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
          remark_id?: number | null;
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
          remark_id?: number | null;
        };
        Relationships: [
          { foreignKeyName: 'incident_history_incident_id_fkey'; columns: ['incident_id']; isOneToOne: false; referencedRelation: 'incidents'; referencedColumns: ['id'] },
          { foreignKeyName: 'incident_history_remark_id_fkey'; columns: ['remark_id']; isOneToOne: false; referencedRelation: 'incident_remarks'; referencedColumns: ['id'] },
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
      incident_remarks: {
        Row: {
          body: string;
          id: number;
          incident_id: string;
          kind: string;
          recorded_at: string;
        };
        Insert: {
          body: string;
          id?: never;
          incident_id: string;
          kind: string;
          recorded_at?: string;
        };
        Update: {
          body?: string;
          id?: never;
          incident_id?: string;
          kind?: string;
          recorded_at?: string;
        };
        Relationships: [
          { foreignKeyName: 'incident_remarks_incident_id_fkey'; columns: ['incident_id']; isOneToOne: false; referencedRelation: 'incidents'; referencedColumns: ['id'] },
        ];
      };
      incident_requests: {
        Row: {
          author: string;
          incident_id: string;
          request_id: string;
          served_at: string;
        };
        Insert: {
          author: string;
          incident_id: string;
          request_id: string;
          served_at?: string;
        };
        Update: {
          author?: string;
          incident_id?: string;
          request_id?: string;
          served_at?: string;
        };
        Relationships: [
          { foreignKeyName: 'incident_requests_incident_id_fkey'; columns: ['incident_id']; isOneToOne: false; referencedRelation: 'incidents'; referencedColumns: ['id'] },
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
          assist_due_at: string | null;
          border_distance_metres: number | null;
          border_zone: boolean;
          candidate_codes: string[];
          category: string;
          cluster_id: string | null;
          concerned_codes: string[] | null;
          confirm_due_at: string | null;
          detected_at: string | null;
          detected_by_code: string | null;
          edition_id: string;
          focus_area_id: string | null;
          hand_over_due_at: string | null;
          id: string;
          junction: boolean;
          lat: number;
          lead_code: string | null;
          lead_confirmed_at: string | null;
          lead_reason: string;
          lead_since: string | null;
          lead_trace: Json;
          lon: number;
          neighbours: Json;
          next_due_at: string | null;
          next_due_step: string | null;
          occurred_at: string;
          occurred_until: string | null;
          on_request_codes: string[];
          outcome_returned_at: string | null;
          owner_code: string | null;
          owner_key: string | null;
          ownership_status: string;
          party_codes: string[];
          recorded_version: number;
          regulation_version: number | null;
          reported_at: string;
          reported_by_unit: string | null;
          resolve_due_at: string | null;
          resolved_at: string | null;
          return_due_at: string | null;
          source: string;
          status: string;
          version: number;
          width_metres: number;
        };
        Insert: {
          accuracy_metres?: number | null;
          assist_codes?: string[];
          assist_due_at?: string | null;
          border_distance_metres?: number | null;
          border_zone: boolean;
          candidate_codes?: string[];
          category: string;
          cluster_id?: string | null;
          concerned_codes?: never;
          confirm_due_at?: string | null;
          detected_at?: string | null;
          detected_by_code?: string | null;
          edition_id: string;
          focus_area_id?: string | null;
          hand_over_due_at?: string | null;
          id: string;
          junction: boolean;
          lat: number;
          lead_code?: string | null;
          lead_confirmed_at?: string | null;
          lead_reason: string;
          lead_since?: string | null;
          lead_trace?: Json;
          lon: number;
          neighbours?: Json;
          next_due_at?: never;
          next_due_step?: never;
          occurred_at: string;
          occurred_until?: string | null;
          on_request_codes?: string[];
          outcome_returned_at?: string | null;
          owner_code?: string | null;
          owner_key?: never;
          ownership_status: string;
          party_codes?: string[];
          recorded_version?: number;
          regulation_version?: number | null;
          reported_at?: string;
          reported_by_unit?: string | null;
          resolve_due_at?: string | null;
          resolved_at?: string | null;
          return_due_at?: string | null;
          source?: string;
          status?: string;
          version: number;
          width_metres: number;
        };
        Update: {
          accuracy_metres?: number | null;
          assist_codes?: string[];
          assist_due_at?: string | null;
          border_distance_metres?: number | null;
          border_zone?: boolean;
          candidate_codes?: string[];
          category?: string;
          cluster_id?: string | null;
          concerned_codes?: never;
          confirm_due_at?: string | null;
          detected_at?: string | null;
          detected_by_code?: string | null;
          edition_id?: string;
          focus_area_id?: string | null;
          hand_over_due_at?: string | null;
          id?: string;
          junction?: boolean;
          lat?: number;
          lead_code?: string | null;
          lead_confirmed_at?: string | null;
          lead_reason?: string;
          lead_since?: string | null;
          lead_trace?: Json;
          lon?: number;
          neighbours?: Json;
          next_due_at?: never;
          next_due_step?: never;
          occurred_at?: string;
          occurred_until?: string | null;
          on_request_codes?: string[];
          outcome_returned_at?: string | null;
          owner_code?: string | null;
          owner_key?: never;
          ownership_status?: string;
          party_codes?: string[];
          recorded_version?: number;
          regulation_version?: number | null;
          reported_at?: string;
          reported_by_unit?: string | null;
          resolve_due_at?: string | null;
          resolved_at?: string | null;
          return_due_at?: string | null;
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
      indicator_entries: {
        Row: {
          entered_at: string;
          entered_by_role: string;
          entered_by_unit: string | null;
          from_day: string;
          id: string;
          indicator_id: string;
          supersedes: string | null;
          to_day: string;
          value: number;
        };
        Insert: {
          entered_at?: string;
          entered_by_role: string;
          entered_by_unit?: string | null;
          from_day: string;
          id: string;
          indicator_id: string;
          supersedes?: string | null;
          to_day: string;
          value: number;
        };
        Update: {
          entered_at?: string;
          entered_by_role?: string;
          entered_by_unit?: string | null;
          from_day?: string;
          id?: string;
          indicator_id?: string;
          supersedes?: string | null;
          to_day?: string;
          value?: number;
        };
        Relationships: [
          { foreignKeyName: 'indicator_entries_indicator_id_fkey'; columns: ['indicator_id']; isOneToOne: false; referencedRelation: 'programme_indicators'; referencedColumns: ['id'] },
          { foreignKeyName: 'indicator_entries_supersedes_fkey'; columns: ['supersedes']; isOneToOne: true; referencedRelation: 'indicator_entries'; referencedColumns: ['id'] },
        ];
      };
      models: {
        Row: {
          assumed: boolean;
          changed_at: string;
          created_at: string;
          edition_id: string;
          from_day: string;
          id: string;
          kind: string;
          lat: number;
          lon: number;
          name: string;
          owner_code: string;
          owner_key: string | null;
          place: string;
          programme_id: string | null;
          to_day: string | null;
          version: number;
        };
        Insert: {
          assumed?: boolean;
          changed_at?: string;
          created_at?: string;
          edition_id: string;
          from_day: string;
          id: string;
          kind: string;
          lat: number;
          lon: number;
          name: string;
          owner_code: string;
          owner_key?: never;
          place: string;
          programme_id?: string | null;
          to_day?: string | null;
          version?: number;
        };
        Update: {
          assumed?: boolean;
          changed_at?: string;
          created_at?: string;
          edition_id?: string;
          from_day?: string;
          id?: string;
          kind?: string;
          lat?: number;
          lon?: number;
          name?: string;
          owner_code?: string;
          owner_key?: never;
          place?: string;
          programme_id?: string | null;
          to_day?: string | null;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: 'models_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
          { foreignKeyName: 'models_edition_id_owner_code_fkey'; columns: ['edition_id', 'owner_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'models_programme_id_fkey'; columns: ['programme_id']; isOneToOne: false; referencedRelation: 'programmes'; referencedColumns: ['id'] },
        ];
      };
      patrol_bookings: {
        Row: {
          answered_at: string | null;
          edition_id: string;
          patrol_id: string;
          status: string;
          version: number;
          ward_code: string;
        };
        Insert: {
          answered_at?: string | null;
          edition_id: string;
          patrol_id: string;
          status: string;
          version?: number;
          ward_code: string;
        };
        Update: {
          answered_at?: string | null;
          edition_id?: string;
          patrol_id?: string;
          status?: string;
          version?: number;
          ward_code?: string;
        };
        Relationships: [
          { foreignKeyName: 'patrol_bookings_edition_id_ward_code_fkey'; columns: ['edition_id', 'ward_code']; isOneToOne: false; referencedRelation: 'wards'; referencedColumns: ['edition_id', 'code'] },
          { foreignKeyName: 'patrol_bookings_patrol_id_fkey'; columns: ['patrol_id']; isOneToOne: false; referencedRelation: 'patrols'; referencedColumns: ['id'] },
        ];
      };
      patrol_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          id: number;
          kind: string;
          patrol_id: string;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          kind: string;
          patrol_id: string;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          kind?: string;
          patrol_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'patrol_history_patrol_id_fkey'; columns: ['patrol_id']; isOneToOne: false; referencedRelation: 'patrols'; referencedColumns: ['id'] },
        ];
      };
      patrol_receipts: {
        Row: {
          author: string | null;
          digest: string;
          patrol_id: string;
        };
        Insert: {
          author?: string | null;
          digest: string;
          patrol_id: string;
        };
        Update: {
          author?: string | null;
          digest?: string;
          patrol_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'patrol_receipts_patrol_id_fkey'; columns: ['patrol_id']; isOneToOne: true; referencedRelation: 'patrols'; referencedColumns: ['id'] },
        ];
      };
      patrol_remarks: {
        Row: {
          body: string;
          history_id: number;
          patrol_id: string;
          ward_code: string | null;
        };
        Insert: {
          body: string;
          history_id: number;
          patrol_id: string;
          ward_code?: string | null;
        };
        Update: {
          body?: string;
          history_id?: number;
          patrol_id?: string;
          ward_code?: string | null;
        };
        Relationships: [
          { foreignKeyName: 'patrol_remarks_history_id_fkey'; columns: ['history_id']; isOneToOne: true; referencedRelation: 'patrol_history'; referencedColumns: ['id'] },
          { foreignKeyName: 'patrol_remarks_patrol_id_fkey'; columns: ['patrol_id']; isOneToOne: false; referencedRelation: 'patrols'; referencedColumns: ['id'] },
        ];
      };
      patrol_tracks: {
        Row: {
          coverage: Json;
          digest: string;
          ended_at: string | null;
          geometry: Json;
          id: string;
          length_metres: number;
          patrol_id: string;
          recorded_at: string;
          source: string;
          started_at: string | null;
          ward_code: string;
        };
        Insert: {
          coverage: Json;
          digest: string;
          ended_at?: string | null;
          geometry: Json;
          id: string;
          length_metres: number;
          patrol_id: string;
          recorded_at?: string;
          source: string;
          started_at?: string | null;
          ward_code: string;
        };
        Update: {
          coverage?: Json;
          digest?: string;
          ended_at?: string | null;
          geometry?: Json;
          id?: string;
          length_metres?: number;
          patrol_id?: string;
          recorded_at?: string;
          source?: string;
          started_at?: string | null;
          ward_code?: string;
        };
        Relationships: [
          { foreignKeyName: 'patrol_tracks_patrol_id_fkey'; columns: ['patrol_id']; isOneToOne: false; referencedRelation: 'patrols'; referencedColumns: ['id'] },
          { foreignKeyName: 'patrol_tracks_patrol_id_ward_code_fkey'; columns: ['patrol_id', 'ward_code']; isOneToOne: false; referencedRelation: 'patrol_bookings'; referencedColumns: ['patrol_id', 'ward_code'] },
        ];
      };
      patrols: {
        Row: {
          cluster_id: string | null;
          coverage: Json;
          edition_id: string;
          from_at: string;
          id: string;
          name: string;
          plan: Json;
          reach_metres: number;
          recorded_at: string;
          status: string;
          to_at: string;
          version: number;
          ward_codes: string[];
        };
        Insert: {
          cluster_id?: string | null;
          coverage: Json;
          edition_id: string;
          from_at: string;
          id: string;
          name: string;
          plan: Json;
          reach_metres: number;
          recorded_at?: string;
          status?: string;
          to_at: string;
          version?: number;
          ward_codes: string[];
        };
        Update: {
          cluster_id?: string | null;
          coverage?: Json;
          edition_id?: string;
          from_at?: string;
          id?: string;
          name?: string;
          plan?: Json;
          reach_metres?: number;
          recorded_at?: string;
          status?: string;
          to_at?: string;
          version?: number;
          ward_codes?: string[];
        };
        Relationships: [
          { foreignKeyName: 'patrols_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
          { foreignKeyName: 'patrols_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
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
      programme_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          draft: boolean;
          id: number;
          kind: string;
          programme_id: string | null;
          subject: string;
          subject_id: string;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          draft: boolean;
          id?: never;
          kind: string;
          programme_id?: string | null;
          subject: string;
          subject_id: string;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          draft?: boolean;
          id?: never;
          kind?: string;
          programme_id?: string | null;
          subject?: string;
          subject_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'programme_history_programme_id_fkey'; columns: ['programme_id']; isOneToOne: false; referencedRelation: 'programmes'; referencedColumns: ['id'] },
        ];
      };
      programme_indicators: {
        Row: {
          adds_up: boolean;
          categories: string[];
          changed_at: string;
          created_at: string;
          direction: string;
          formula: string | null;
          id: string;
          name: string;
          place: number;
          programme_id: string;
          source: string;
          target: number | null;
          task_id: string | null;
          unit_of_measure: string;
          version: number;
        };
        Insert: {
          adds_up?: boolean;
          categories?: string[];
          changed_at?: string;
          created_at?: string;
          direction: string;
          formula?: string | null;
          id: string;
          name: string;
          place: number;
          programme_id: string;
          source: string;
          target?: number | null;
          task_id?: string | null;
          unit_of_measure: string;
          version?: number;
        };
        Update: {
          adds_up?: boolean;
          categories?: string[];
          changed_at?: string;
          created_at?: string;
          direction?: string;
          formula?: string | null;
          id?: string;
          name?: string;
          place?: number;
          programme_id?: string;
          source?: string;
          target?: number | null;
          task_id?: string | null;
          unit_of_measure?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: 'programme_indicators_programme_id_fkey'; columns: ['programme_id']; isOneToOne: false; referencedRelation: 'programmes'; referencedColumns: ['id'] },
          { foreignKeyName: 'programme_indicators_task_id_fkey'; columns: ['task_id']; isOneToOne: false; referencedRelation: 'programme_tasks'; referencedColumns: ['id'] },
        ];
      };
      programme_receipts: {
        Row: {
          author: string | null;
          digest: string;
          subject_id: string;
        };
        Insert: {
          author?: string | null;
          digest: string;
          subject_id: string;
        };
        Update: {
          author?: string | null;
          digest?: string;
          subject_id?: string;
        };
        Relationships: [];
      };
      programme_tasks: {
        Row: {
          changed_at: string;
          created_at: string;
          done_on: string | null;
          due_day: string;
          id: string;
          owner_keys: string[];
          place: number;
          programme_id: string;
          progress: number;
          title: string;
          version: number;
        };
        Insert: {
          changed_at?: string;
          created_at?: string;
          done_on?: string | null;
          due_day: string;
          id: string;
          owner_keys?: string[];
          place: number;
          programme_id: string;
          progress?: number;
          title: string;
          version?: number;
        };
        Update: {
          changed_at?: string;
          created_at?: string;
          done_on?: string | null;
          due_day?: string;
          id?: string;
          owner_keys?: string[];
          place?: number;
          programme_id?: string;
          progress?: number;
          title?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: 'programme_tasks_programme_id_fkey'; columns: ['programme_id']; isOneToOne: false; referencedRelation: 'programmes'; referencedColumns: ['id'] },
        ];
      };
      programme_texts: {
        Row: {
          note: string;
          programme_id: string | null;
          subject_id: string;
          version: number;
        };
        Insert: {
          note: string;
          programme_id?: string | null;
          subject_id: string;
          version: number;
        };
        Update: {
          note?: string;
          programme_id?: string | null;
          subject_id?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: 'programme_texts_programme_id_fkey'; columns: ['programme_id']; isOneToOne: false; referencedRelation: 'programmes'; referencedColumns: ['id'] },
        ];
      };
      programmes: {
        Row: {
          assumed: boolean;
          basis_date: string | null;
          basis_number: string | null;
          changed_at: string;
          cluster_id: string | null;
          created_at: string;
          from_day: string;
          id: string;
          name: string;
          scope: string;
          status: string;
          to_day: string;
          version: number;
          ward_keys: string[];
        };
        Insert: {
          assumed?: boolean;
          basis_date?: string | null;
          basis_number?: string | null;
          changed_at?: string;
          cluster_id?: string | null;
          created_at?: string;
          from_day: string;
          id: string;
          name: string;
          scope: string;
          status?: string;
          to_day: string;
          version?: number;
          ward_keys?: string[];
        };
        Update: {
          assumed?: boolean;
          basis_date?: string | null;
          basis_number?: string | null;
          changed_at?: string;
          cluster_id?: string | null;
          created_at?: string;
          from_day?: string;
          id?: string;
          name?: string;
          scope?: string;
          status?: string;
          to_day?: string;
          version?: number;
          ward_keys?: string[];
        };
        Relationships: [
          { foreignKeyName: 'programmes_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
        ];
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
      score_entries: {
        Row: {
          criterion: string;
          entered_at: string;
          entered_by_role: string | null;
          entered_by_unit: string | null;
          id: string;
          out_of: number;
          period_id: string;
          supersedes: string | null;
          value: number;
          ward_key: string;
        };
        Insert: {
          criterion: string;
          entered_at?: string;
          entered_by_role?: string | null;
          entered_by_unit?: string | null;
          id: string;
          out_of: number;
          period_id: string;
          supersedes?: string | null;
          value: number;
          ward_key: string;
        };
        Update: {
          criterion?: string;
          entered_at?: string;
          entered_by_role?: string | null;
          entered_by_unit?: string | null;
          id?: string;
          out_of?: number;
          period_id?: string;
          supersedes?: string | null;
          value?: number;
          ward_key?: string;
        };
        Relationships: [
          { foreignKeyName: 'score_entries_period_id_fkey'; columns: ['period_id']; isOneToOne: false; referencedRelation: 'score_periods'; referencedColumns: ['id'] },
          { foreignKeyName: 'score_entries_supersedes_fkey'; columns: ['supersedes']; isOneToOne: true; referencedRelation: 'score_entries'; referencedColumns: ['id'] },
        ];
      };
      score_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          id: number;
          kind: string;
          period_id: string | null;
          subject: string;
          subject_id: string;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          kind: string;
          period_id?: string | null;
          subject: string;
          subject_id: string;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          id?: never;
          kind?: string;
          period_id?: string | null;
          subject?: string;
          subject_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'score_history_period_id_fkey'; columns: ['period_id']; isOneToOne: false; referencedRelation: 'score_periods'; referencedColumns: ['id'] },
        ];
      };
      score_periods: {
        Row: {
          assumed: boolean;
          changed_at: string;
          closed_at: string | null;
          closed_by_role: string | null;
          closed_by_unit: string | null;
          cluster_id: string | null;
          created_at: string;
          edition_id: string;
          from_day: string;
          id: string;
          name: string;
          scope: string;
          set_id: string;
          set_version: number;
          status: string;
          to_day: string;
          version: number;
        };
        Insert: {
          assumed?: boolean;
          changed_at?: string;
          closed_at?: string | null;
          closed_by_role?: string | null;
          closed_by_unit?: string | null;
          cluster_id?: string | null;
          created_at?: string;
          edition_id: string;
          from_day: string;
          id: string;
          name: string;
          scope: string;
          set_id: string;
          set_version: number;
          status?: string;
          to_day: string;
          version?: number;
        };
        Update: {
          assumed?: boolean;
          changed_at?: string;
          closed_at?: string | null;
          closed_by_role?: string | null;
          closed_by_unit?: string | null;
          cluster_id?: string | null;
          created_at?: string;
          edition_id?: string;
          from_day?: string;
          id?: string;
          name?: string;
          scope?: string;
          set_id?: string;
          set_version?: number;
          status?: string;
          to_day?: string;
          version?: number;
        };
        Relationships: [
          { foreignKeyName: 'score_periods_cluster_id_fkey'; columns: ['cluster_id']; isOneToOne: false; referencedRelation: 'clusters'; referencedColumns: ['id'] },
          { foreignKeyName: 'score_periods_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
          { foreignKeyName: 'score_periods_set_id_set_version_fkey'; columns: ['set_id', 'set_version']; isOneToOne: false; referencedRelation: 'score_sets'; referencedColumns: ['set_id', 'version'] },
        ];
      };
      score_receipts: {
        Row: {
          author: string | null;
          digest: string;
          subject_id: string;
        };
        Insert: {
          author?: string | null;
          digest: string;
          subject_id: string;
        };
        Update: {
          author?: string | null;
          digest?: string;
          subject_id?: string;
        };
        Relationships: [];
      };
      score_result_records: {
        Row: {
          period_id: string;
          records: Json;
          ward_key: string;
        };
        Insert: {
          period_id: string;
          records: Json;
          ward_key: string;
        };
        Update: {
          period_id?: string;
          records?: Json;
          ward_key?: string;
        };
        Relationships: [
          { foreignKeyName: 'score_result_records_period_id_ward_key_fkey'; columns: ['period_id', 'ward_key']; isOneToOne: true; referencedRelation: 'score_results'; referencedColumns: ['period_id', 'ward_key'] },
        ];
      };
      score_results: {
        Row: {
          criteria: Json;
          period_id: string;
          total: number | null;
          ward_key: string;
          weight_share: number;
        };
        Insert: {
          criteria: Json;
          period_id: string;
          total?: number | null;
          ward_key: string;
          weight_share: number;
        };
        Update: {
          criteria?: Json;
          period_id?: string;
          total?: number | null;
          ward_key?: string;
          weight_share?: number;
        };
        Relationships: [
          { foreignKeyName: 'score_results_period_id_fkey'; columns: ['period_id']; isOneToOne: false; referencedRelation: 'score_periods'; referencedColumns: ['id'] },
        ];
      };
      score_sets: {
        Row: {
          assumed: boolean;
          basis_date: string | null;
          basis_number: string | null;
          criteria: Json;
          least_share: number;
          name: string;
          recorded_at: string;
          recorded_by_role: string | null;
          recorded_by_unit: string | null;
          set_id: string;
          version: number;
        };
        Insert: {
          assumed?: boolean;
          basis_date?: string | null;
          basis_number?: string | null;
          criteria: Json;
          least_share: number;
          name: string;
          recorded_at?: string;
          recorded_by_role?: string | null;
          recorded_by_unit?: string | null;
          set_id: string;
          version: number;
        };
        Update: {
          assumed?: boolean;
          basis_date?: string | null;
          basis_number?: string | null;
          criteria?: Json;
          least_share?: number;
          name?: string;
          recorded_at?: string;
          recorded_by_role?: string | null;
          recorded_by_unit?: string | null;
          set_id?: string;
          version?: number;
        };
        Relationships: [];
      };
      score_texts: {
        Row: {
          basis: string;
          entry_id: string;
        };
        Insert: {
          basis: string;
          entry_id: string;
        };
        Update: {
          basis?: string;
          entry_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'score_texts_entry_id_fkey'; columns: ['entry_id']; isOneToOne: true; referencedRelation: 'score_entries'; referencedColumns: ['id'] },
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
      zone_history: {
        Row: {
          actor_role: string | null;
          actor_unit: string | null;
          actor_user: string | null;
          after: Json | null;
          at: string;
          before: Json | null;
          draft: boolean;
          id: number;
          kind: string;
          zone_id: string;
        };
        Insert: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          draft: boolean;
          id?: never;
          kind: string;
          zone_id: string;
        };
        Update: {
          actor_role?: string | null;
          actor_unit?: string | null;
          actor_user?: string | null;
          after?: Json | null;
          at?: string;
          before?: Json | null;
          draft?: boolean;
          id?: never;
          kind?: string;
          zone_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'zone_history_zone_id_fkey'; columns: ['zone_id']; isOneToOne: false; referencedRelation: 'zones'; referencedColumns: ['id'] },
        ];
      };
      zone_receipts: {
        Row: {
          author: string | null;
          digest: string;
          zone_id: string;
        };
        Insert: {
          author?: string | null;
          digest: string;
          zone_id: string;
        };
        Update: {
          author?: string | null;
          digest?: string;
          zone_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'zone_receipts_zone_id_fkey'; columns: ['zone_id']; isOneToOne: true; referencedRelation: 'zones'; referencedColumns: ['id'] },
        ];
      };
      zone_texts: {
        Row: {
          evidence: string | null;
          remark: string | null;
          version: number;
          zone_id: string;
        };
        Insert: {
          evidence?: string | null;
          remark?: string | null;
          version: number;
          zone_id: string;
        };
        Update: {
          evidence?: string | null;
          remark?: string | null;
          version?: number;
          zone_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'zone_texts_zone_id_version_fkey'; columns: ['zone_id', 'version']; isOneToOne: true; referencedRelation: 'zone_versions'; referencedColumns: ['zone_id', 'version'] },
        ];
      };
      zone_versions: {
        Row: {
          area_square_metres: number;
          changed_at: string;
          changed_by_role: string | null;
          changed_by_unit: string | null;
          geometry: Json;
          kind: string;
          name: string;
          status: string;
          valid_from: string;
          valid_to: string | null;
          version: number;
          wards: Json;
          zone_id: string;
        };
        Insert: {
          area_square_metres: number;
          changed_at: string;
          changed_by_role?: string | null;
          changed_by_unit?: string | null;
          geometry: Json;
          kind: string;
          name: string;
          status: string;
          valid_from: string;
          valid_to?: string | null;
          version: number;
          wards: Json;
          zone_id: string;
        };
        Update: {
          area_square_metres?: number;
          changed_at?: string;
          changed_by_role?: string | null;
          changed_by_unit?: string | null;
          geometry?: Json;
          kind?: string;
          name?: string;
          status?: string;
          valid_from?: string;
          valid_to?: string | null;
          version?: number;
          wards?: Json;
          zone_id?: string;
        };
        Relationships: [
          { foreignKeyName: 'zone_versions_zone_id_fkey'; columns: ['zone_id']; isOneToOne: false; referencedRelation: 'zones'; referencedColumns: ['id'] },
        ];
      };
      zones: {
        Row: {
          area_square_metres: number;
          changed_at: string;
          created_at: string;
          drawn_by_role: string;
          east: number;
          edition_id: string;
          geometry: Json;
          id: string;
          kind: string;
          name: string;
          north: number;
          origin: Json;
          published: boolean;
          south: number;
          status: string;
          valid_from: string;
          valid_to: string | null;
          version: number;
          ward_codes: string[];
          wards: Json;
          west: number;
        };
        Insert: {
          area_square_metres: number;
          changed_at?: string;
          created_at?: string;
          drawn_by_role: string;
          east: number;
          edition_id: string;
          geometry: Json;
          id: string;
          kind: string;
          name: string;
          north: number;
          origin: Json;
          published: boolean;
          south: number;
          status: string;
          valid_from: string;
          valid_to?: string | null;
          version?: number;
          ward_codes: string[];
          wards: Json;
          west: number;
        };
        Update: {
          area_square_metres?: number;
          changed_at?: string;
          created_at?: string;
          drawn_by_role?: string;
          east?: number;
          edition_id?: string;
          geometry?: Json;
          id?: string;
          kind?: string;
          name?: string;
          north?: number;
          origin?: Json;
          published?: boolean;
          south?: number;
          status?: string;
          valid_from?: string;
          valid_to?: string | null;
          version?: number;
          ward_codes?: string[];
          wards?: Json;
          west?: number;
        };
        Relationships: [
          { foreignKeyName: 'zones_edition_id_fkey'; columns: ['edition_id']; isOneToOne: false; referencedRelation: 'boundary_editions'; referencedColumns: ['id'] },
        ];
      };
    };
    Views: Record<never, never>;
    Functions: {
      act_on_alarm: { Args: { payload: Json }; Returns: Json };
      add_briefing_pin: { Args: { pin: Json; most: number; actor: Json }; Returns: Json };
      add_briefing_pins: { Args: { briefing: string; seen_version: number; pins: string[]; actor: Json }; Returns: Json };
      add_briefing_template: { Args: { payload: Json }; Returns: Json };
      add_cluster_note: { Args: { payload: Json }; Returns: Json };
      add_patrol_track: { Args: { payload: Json }; Returns: Json };
      add_regulation: { Args: { payload: Json }; Returns: Json };
      analysis_incidents: { Args: { first_day: string; last_day: string; categories?: string[]; known_version?: number; page_size?: number; after_at?: string; after_id?: string; reported_until?: string }; Returns: Json };
      analysis_patrols: { Args: { edition: string; codes: string[]; first_day: string; last_day: string; known_at?: string }; Returns: Json };
      analysis_zones: { Args: { edition: string; codes: string[]; named?: string[]; known_at?: string }; Returns: Json };
      answer_booking: { Args: { patrol: string; ward: string; to_status: string; seen_version: number; note: string; actor: Json }; Returns: Json };
      beat_analysis_run: { Args: { run: string; worker_claim: string; reached: number }; Returns: string };
      beat_briefing: { Args: { briefing: string; worker_claim: string; reached: number }; Returns: string };
      beat_export: { Args: { file: string; worker_claim: string; reached: number }; Returns: string };
      briefing_disputes: { Args: { as_of: string; ground_at: string }; Returns: Json };
      briefing_incidents: { Args: { edition: string; codes: string[]; from_at: string; as_of: string; ground_at: string }; Returns: Json };
      briefing_known: { Args: { as_of: string }; Returns: Json };
      briefing_patrols: { Args: { as_of: string; ground_at: string; edition?: string; from_at?: string; until_at?: string; only_id?: string }; Returns: Json };
      briefing_points: { Args: { known_version: number; as_of: string; ground_at: string }; Returns: Json };
      briefing_programme: { Args: { programme: string; ground_at: string }; Returns: Json };
      briefing_replay: { Args: { first_day: string; last_day: string; known_version: number; as_of: string; ground_at: string }; Returns: Json };
      briefing_reports: { Args: { periods: Json; as_of: string; ground_at: string; only_ids?: string[] }; Returns: Json };
      briefing_score_version: { Args: { period: string; ground_at: string }; Returns: number };
      briefing_scores: { Args: { from_day: string; to_day: string; as_of: string; ground_at: string }; Returns: Json };
      briefing_steps: { Args: { edition: string; codes: string[]; as_of: string; ground_at: string }; Returns: Json };
      briefing_texts: { Args: { ids: string[] }; Returns: Json };
      briefing_work: { Args: { periods: Json; as_of: string; ground_at: string; keys?: string[]; cluster?: string }; Returns: Json };
      cancel_analysis_run: { Args: { run: string; actor: Json }; Returns: Json };
      cancel_briefing: { Args: { briefing: string; actor: Json }; Returns: Json };
      cancel_export: { Args: { file: string; actor: Json }; Returns: Json };
      change_analysis_run: { Args: { run: string; seen_version: number; change: Json; actor: Json }; Returns: Json };
      change_briefing: { Args: { briefing: string; seen_version: number; change: Json; actor: Json }; Returns: Json };
      change_briefing_template: { Args: { template: string; seen_version: number; change: Json; actor: Json }; Returns: Json };
      change_dispute: { Args: { payload: Json }; Returns: Json };
      change_incident: { Args: { incident: string; verb: string; seen_version: number; request: string; actor: Json; args: Json }; Returns: Json };
      change_patrol: { Args: { patrol: string; seen_version: number; to_status: string; note: string; actor: Json }; Returns: Json };
      change_programme_part: { Args: { payload: Json }; Returns: Json };
      change_score_period: { Args: { payload: Json }; Returns: Json };
      change_term: { Args: { payload: Json }; Returns: Json };
      change_zone: { Args: { payload: Json }; Returns: Json };
      claim_alarm_watch: { Args: { claimant: string; minutes?: number }; Returns: Json };
      claim_analysis_run: { Args: { worker_claim: string; most_per_author?: number }; Returns: Json };
      claim_briefing: { Args: { worker_claim: string }; Returns: Json };
      claim_export: { Args: { worker_claim: string }; Returns: Json };
      close_score_period: { Args: { payload: Json }; Returns: Json };
      cluster_counts: { Args: { cluster: string }; Returns: Json };
      count_replayed: { Args: { first_day: string; last_day: string }; Returns: number };
      create_dispute: { Args: { payload: Json }; Returns: Json };
      create_zones: { Args: { payload: Json }; Returns: Json };
      describe_analysis_run: { Args: { run: string; worker_claim: string; facts: Json }; Returns: string };
      dispute_counts: { Args: { filter?: Json }; Returns: Json };
      due_briefing_templates: { Args: { moment?: string }; Returns: Json };
      end_analysis_run: { Args: { run: string; worker_claim: string; result: Json }; Returns: boolean };
      end_briefing: { Args: { briefing: string; worker_claim: string; result: Json }; Returns: boolean };
      end_export: { Args: { file: string; worker_claim: string; result: Json }; Returns: boolean };
      end_focus_area: { Args: { cluster: string; area: string; actor: Json }; Returns: Json };
      enter_indicator_value: { Args: { payload: Json }; Returns: Json };
      enter_score: { Args: { payload: Json }; Returns: Json };
      export_content: { Args: { file: string }; Returns: string };
      find_analysis_run: { Args: { run: string; with_outcome?: boolean }; Returns: Json };
      find_briefing: { Args: { briefing: string; with_content?: boolean }; Returns: Json };
      finish_analysis_run: { Args: { run: string; worker_claim: string; result: Json }; Returns: string };
      finish_briefing: { Args: { briefing: string; worker_claim: string; result: Json }; Returns: string };
      finish_export: { Args: { file: string; worker_claim: string; bytes: string; content_digest: string; took: number }; Returns: string };
      import_incidents: { Args: { payload: Json }; Returns: number };
      incident_places: { Args: { box: number[]; from_day: string; to_day: string; categories?: string[] }; Returns: Json };
      incidents_in_box: { Args: { box: number[]; from_day: string; to_day: string; categories?: string[] }; Returns: Json };
      list_alarms: { Args: { filter?: Json; page_size?: number }; Returns: Json };
      list_analysis_runs: { Args: { filter?: Json; page_size?: number }; Returns: Json };
      list_briefing_pins: { Args: { page_size?: number }; Returns: Json };
      list_briefing_templates: { Args: Record<PropertyKey, never>; Returns: Json };
      list_briefings: { Args: { filter?: Json; page_size?: number }; Returns: Json };
      list_disputes: { Args: { filter?: Json; page_size?: number; after_at?: string; after_id?: string }; Returns: Json };
      list_incidents: { Args: { filter?: Json; page_size?: number; after_at?: string; after_id?: string }; Returns: Json };
      list_zones: { Args: { filter?: Json; page_size?: number }; Returns: Json };
      live_accounts: { Args: { accounts: string[] }; Returns: Json };
      live_channels: { Args: Record<PropertyKey, never>; Returns: string[] };
      live_state: { Args: { since?: number; most?: number }; Returns: Json };
      load_coordination: { Args: { payload: Json }; Returns: undefined };
      load_edition: { Args: { payload: Json }; Returns: undefined };
      load_reference: { Args: { payload: Json }; Returns: undefined };
      make_programme_part: { Args: { payload: Json }; Returns: Json };
      make_score_period: { Args: { payload: Json }; Returns: Json };
      my_account: { Args: Record<PropertyKey, never>; Returns: Json };
      patrol_overlaps: { Args: { patrol: string }; Returns: Json };
      plan_patrol: { Args: { payload: Json }; Returns: Json };
      points: { Args: { since?: number }; Returns: Json };
      prune_analysis_runs: { Args: Record<PropertyKey, never>; Returns: number };
      prune_exports: { Args: Record<PropertyKey, never>; Returns: number };
      put_focus_area: { Args: { payload: Json }; Returns: Json };
      put_score_set: { Args: { payload: Json }; Returns: Json };
      read_coordination: { Args: { incident: string }; Returns: Json };
      record_alarm_refusal: { Args: { alarm: string; action: string; actor: Json }; Returns: undefined };
      record_briefing_refusal: { Args: { subject: string; subject_id: string; action: string; actor: Json }; Returns: undefined };
      record_cluster_refusal: { Args: { cluster: string; unit: string; action: string; actor: Json }; Returns: undefined };
      record_dispute_refusal: { Args: { dispute: string; action: string; actor: Json }; Returns: undefined };
      record_incident: { Args: { payload: Json }; Returns: Json };
      record_patrol_refusal: { Args: { patrol: string; action: string; actor: Json }; Returns: undefined };
      record_programme_refusal: { Args: { subject: string; part: string; action: string; actor: Json }; Returns: undefined };
      record_refusal: { Args: { incident: string; actor: Json; attempted: string }; Returns: boolean };
      record_score_refusal: { Args: { period: string; action: string; actor: Json }; Returns: undefined };
      record_zone_refusal: { Args: { zone: string; action: string; actor: Json }; Returns: undefined };
      records_extent: { Args: Record<PropertyKey, never>; Returns: Json };
      release_alarm_watch: { Args: { claimant: string }; Returns: boolean };
      remove_briefing_pin: { Args: { pin: string; actor: Json }; Returns: Json };
      replace_zones: { Args: { payload: Json }; Returns: Json };
      replay_incidents: { Args: { first_day: string; last_day: string; page_size?: number; after_at?: string; after_id?: string }; Returns: Json };
      review_incidents: { Args: { periods: Json; only_ids?: string[] }; Returns: Json };
      review_reports: { Args: { periods: Json; only_ids?: string[] }; Returns: Json };
      review_work: { Args: { periods: Json; keys?: string[]; cluster?: string }; Returns: Json };
      rotate_lead: { Args: { payload: Json }; Returns: Json };
      rules_fingerprint: { Args: Record<PropertyKey, never>; Returns: string };
      score_counts: { Args: { from_day: string; to_day: string; as_of: string }; Returns: Json };
      score_records: { Args: { from_day: string; to_day: string; as_of: string; ward: string }; Returns: Json };
      score_sight: { Args: { period: string }; Returns: Json };
      set_dispute_rule: { Args: { payload: Json }; Returns: Json };
      set_duty_desk: { Args: { unit: string; phone: string; actor: Json }; Returns: Json };
      submit_analysis_run: { Args: { payload: Json }; Returns: Json };
      submit_briefing: { Args: { payload: Json }; Returns: Json };
      submit_export: { Args: { payload: Json }; Returns: Json };
      wake_alarms: { Args: Record<PropertyKey, never>; Returns: number };
      work_items: { Args: { filter?: Json; page_size?: number }; Returns: Json };
      write_alarm_watch: { Args: { payload: Json }; Returns: Json };
      zone_versions_of: { Args: { zone: string }; Returns: Json };
    };
    Enums: Record<never, never>;
    CompositeTypes: Record<never, never>;
  };
}
