# Every mail planned, sent or waiting is an object in here, written by the functions alone. Two runs that write at once, and an answer
# that was lost, are told apart by generations: without versioning a mail could go unrecognised.
resource "google_storage_bucket" "outbox" {
  name                        = "${var.project}-tallysheet-outbox"
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = !var.deletion_protection

  versioning {
    enabled = true
  }

  # Never the live objects: they are what keeps a mail from leaving twice. Older versions may hold an address that was erased.
  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      days_since_noncurrent_time = 30
      with_state                 = "ARCHIVED"
    }
  }

  # Versions do that already, and an erased address shouldn't lie longer than they say.
  soft_delete_policy {
    retention_duration_seconds = 0
  }

  depends_on = [google_project_service.apis]
}
