locals {
  services_filter = "resource.type=\"cloud_run_revision\" resource.labels.service_name=(${join(" OR ", [for name in local.functions : "\"${name}\""])})"
  waits           = "a message waits for a decision"
}

resource "google_monitoring_notification_channel" "email" {
  for_each = toset(var.alert_emails)

  display_name = "Tallysheet: ${each.key}"
  type         = "email"
  labels       = { email_address = each.key }
  depends_on   = [google_project_service.apis]
}

# A run that failed: our own line says so, or Cloud Run's where the process was ended from outside (memory, start).
resource "google_monitoring_alert_policy" "failed" {
  display_name          = "Tallysheet: a run failed"
  combiner              = "OR"
  severity              = "ERROR"
  notification_channels = [for channel in google_monitoring_notification_channel.email : channel.name]

  conditions {
    display_name = "an error in the log of a function"
    condition_matched_log {
      filter = "${local.services_filter} severity>=ERROR (jsonPayload.message:* OR logName:\"run.googleapis.com%2Fvarlog%2Fsystem\") NOT jsonPayload.message=\"${local.waits}\""
    }
  }

  alert_strategy {
    auto_close = "86400s"
    notification_rate_limit {
      period = "3600s"
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "A run of Tallysheet failed; the Summary's banner says so too. Look at the message and its code in the log entry, then at \"A run failed\" in docs/operate.md."
  }
}

# One line for each run that was computed, also those in which a digest or reminders leave.
resource "google_logging_metric" "recalculated" {
  name        = "tallysheet-recalculated"
  description = "Runs of Tallysheet that read, judged and measured the workbook"
  filter      = "${local.services_filter} jsonPayload.message=\"recalculated\""

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"
    unit        = "1"
  }

  depends_on = [google_project_service.apis]
}

# A run that never starts logs nothing. No condition of absence: it looks back 23.5 hours at most, and a daily run is 24 apart.
resource "google_monitoring_alert_policy" "absent" {
  display_name          = "Tallysheet: no run for a day"
  combiner              = "OR"
  severity              = "ERROR"
  notification_channels = [for channel in google_monitoring_notification_channel.email : channel.name]

  conditions {
    display_name = "a function that hasn't computed anything for 25 hours"
    condition_threshold {
      filter                  = "metric.type=\"logging.googleapis.com/user/${google_logging_metric.recalculated.name}\" AND resource.type=\"cloud_run_revision\""
      comparison              = "COMPARISON_LT"
      threshold_value         = 1
      duration                = "1800s"
      evaluation_missing_data = "EVALUATION_MISSING_DATA_ACTIVE"

      # 24 and a half hours, and half an hour in which it stays so. Each function counts for itself, over its revisions.
      aggregations {
        alignment_period     = "88200s"
        per_series_aligner   = "ALIGN_SUM"
        cross_series_reducer = "REDUCE_SUM"
        group_by_fields      = ["resource.label.service_name"]
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "A function of Tallysheet has computed nothing for 25 hours, although it runs daily. Nothing was logged, so look at Cloud Scheduler first: \"No run for a day\" in docs/operate.md."
  }
}

# A mail whose fate nobody knows: it is never sent again by itself. Rings again with each daily run until somebody has decided.
resource "google_monitoring_alert_policy" "undecided" {
  display_name          = "Tallysheet: a mail waits for a decision"
  combiner              = "OR"
  severity              = "WARNING"
  notification_channels = [for channel in google_monitoring_notification_channel.email : channel.name]

  conditions {
    display_name = "a mail that may or may not have left"
    condition_matched_log {
      filter = "${local.services_filter} (jsonPayload.message=\"${local.waits}\" OR (jsonPayload.message=\"mailed\" jsonPayload.needsDecision>0))"
    }
  }

  alert_strategy {
    auto_close = "86400s"
    notification_rate_limit {
      period = "3600s"
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "A mail may or may not have left, and Tallysheet doesn't send it again by itself. Send it again or waive it: \"A mail waits for a decision\" in docs/operate.md."
  }
}
