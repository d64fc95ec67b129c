resource "google_cloud_scheduler_job" "ticks" {
  for_each = local.functions

  name        = each.key
  region      = var.region
  description = "Calls Tallysheet's ${each.key} once a day"
  schedule    = var.schedules[each.key]
  time_zone   = var.time_zone
  # Longer than the service's own limit: the scheduler would else call again while a run is under way.
  attempt_deadline = "600s"

  # Every retry carries the tick's own time, so a run that did end is answered, not repeated.
  retry_config {
    retry_count          = 3
    min_backoff_duration = "60s"
    max_backoff_duration = "600s"
    max_doublings        = 3
  }

  http_target {
    http_method = "POST"
    uri         = "${local.urls[each.key]}/${each.key}"

    oidc_token {
      service_account_email = google_service_account.scheduler.email
      # The root: Cloud Run takes no audience with a path.
      audience = local.urls[each.key]
    }
  }

  depends_on = [google_cloud_run_v2_service_iam_binding.callers]
}
