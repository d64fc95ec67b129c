locals {
  functions = toset(["recalculate", "send-digest", "send-reminders"])
  # What the menu in the sheet calls.
  for_staff = toset(["recalculate", "send-digest"])
  mailing   = toset(["send-digest", "send-reminders"])

  # A service's own address is known before there is a service, so it can be told its audience.
  urls = { for name in local.functions : name => "https://${name}-${data.google_project.this.number}.${var.region}.run.app" }

  environment = {
    # The heap's share leaves room for what lies beside it. 40,000 rows with every column filled are measured in 512 MiB.
    NODE_OPTIONS              = "--max-semi-space-size=16 --max-old-space-size=${floor(var.memory_mib * 0.5625)}"
    TALLYSHEET_MOST_ROWS      = floor(var.memory_mib / 512 * 40000)
    GOOGLE_CLOUD_PROJECT      = var.project
    TALLYSHEET_FRONT          = "cloud-run"
    TALLYSHEET_LANGUAGE       = var.language
    TALLYSHEET_SPREADSHEET_ID = var.spreadsheet_id
    TALLYSHEET_SCHEDULER      = google_service_account.scheduler.email
    TALLYSHEET_STAFF          = join(",", var.staff)
    TALLYSHEET_ADMINISTRATORS = join(",", var.administrators)
  }
  environment_of_mail = merge(
    {
      TALLYSHEET_BUCKET    = google_storage_bucket.outbox.name
      TALLYSHEET_MAIL_FROM = var.mail_from
    },
    # A server that is named goes before Gmail.
    var.gmail ? { TALLYSHEET_GMAIL_ACCOUNT = google_service_account.runtime.email } : { TALLYSHEET_SMTP_URL = var.smtp_url },
  )

  people        = distinct([for address in concat(var.staff, var.administrators) : lower(address)])
  staff_members = var.staff_group == "" ? [for address in local.people : "user:${address}"] : ["group:${var.staff_group}"]
}

resource "google_cloud_run_v2_service" "functions" {
  for_each = local.functions

  name                = each.key
  location            = var.region
  ingress             = "INGRESS_TRAFFIC_ALL"
  deletion_protection = var.deletion_protection
  # Tokens of the menu are made for the script, which knows no service.
  custom_audiences = var.menu_client_ids

  template {
    service_account = google_service_account.runtime.email
    timeout         = "540s"
    # A run is one at a time; a second call gets a process of its own, and the two converge at the workbook.
    max_instance_request_concurrency = 1

    scaling {
      min_instance_count = 0
      max_instance_count = 3
    }

    containers {
      image = var.image

      resources {
        limits            = { cpu = "1", memory = "${var.memory_mib}Mi" }
        cpu_idle          = true
        startup_cpu_boost = true
      }

      env {
        name  = "FUNCTION_TARGET"
        value = each.key
      }
      env {
        name  = "TALLYSHEET_AUDIENCE"
        value = join(",", concat([local.urls[each.key]], var.menu_client_ids))
      }
      dynamic "env" {
        for_each = merge(local.environment, contains(local.mailing, each.key) ? local.environment_of_mail : {})
        content {
          name  = env.key
          value = env.value
        }
      }
      dynamic "env" {
        for_each = contains(local.mailing, each.key) && !var.gmail ? [var.smtp_password_version] : []
        content {
          name = "TALLYSHEET_SMTP_PASSWORD"
          value_source {
            secret_key_ref {
              secret  = google_secret_manager_secret.smtp_password.secret_id
              version = env.value
            }
          }
        }
      }

      startup_probe {
        period_seconds    = 1
        timeout_seconds   = 1
        failure_threshold = 30
        http_get {
          # Cloud Run keeps /healthz for itself at its own addresses.
          path = "/"
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition     = var.gmail || var.smtp_url != ""
      error_message = "Mails have no way out: set smtp_url, or gmail = true."
    }
  }

  depends_on = [
    google_project_service.apis,
    google_secret_manager_secret_iam_member.runtime_reads_password,
    google_storage_bucket_iam_member.runtime_uses_outbox,
  ]
}

# Who may call, and nobody else: a caller added by hand is gone with the next deployment. A service that is made anew forgets them.
resource "google_cloud_run_v2_service_iam_binding" "callers" {
  for_each = local.functions

  name     = google_cloud_run_v2_service.functions[each.key].name
  location = var.region
  role     = "roles/run.invoker"
  members  = concat([google_service_account.scheduler.member], contains(local.for_staff, each.key) ? local.staff_members : [])

  lifecycle {
    replace_triggered_by = [google_cloud_run_v2_service.functions[each.key].uid]
  }
}
