mock_provider "google" {
  mock_data "google_project" {
    defaults = {
      number = "123456789012"
    }
  }
  mock_resource "google_service_account" {
    defaults = {
      email  = "account@plan-test-1.iam.gserviceaccount.com"
      member = "serviceAccount:account@plan-test-1.iam.gserviceaccount.com"
    }
  }
}

variables {
  project        = "plan-test-1"
  image          = "asia-southeast1-docker.pkg.dev/plan-test-1/tallysheet/functions@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  spreadsheet_id = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"
  administrators = ["Operator@example.org"]
  staff          = ["wang@example.org", "operator@example.org"]
  mail_from      = "Plan office <plan@example.org>"
  smtp_url       = "smtps://plan%40example.org@smtp.example.org:465"
  alert_emails   = ["operator@example.org"]
}

run "three_services_of_one_image" {
  command = apply

  assert {
    condition     = toset(keys(google_cloud_run_v2_service.functions)) == toset(["recalculate", "send-digest", "send-reminders"])
    error_message = "Not the three functions."
  }
  assert {
    condition     = alltrue([for service in google_cloud_run_v2_service.functions : service.template[0].containers[0].image == var.image])
    error_message = "A service runs another image."
  }
  assert {
    condition = alltrue([for service in google_cloud_run_v2_service.functions :
      service.template[0].scaling[0].min_instance_count == 0 && service.template[0].scaling[0].max_instance_count == 3 &&
      service.template[0].max_instance_request_concurrency == 1 && service.template[0].timeout == "540s" &&
      service.template[0].containers[0].resources[0].limits.memory == "512Mi" && service.deletion_protection
    ])
    error_message = "Instances, concurrency, time, memory or protection aren't as designed."
  }
  assert {
    condition = alltrue([for service in google_cloud_run_v2_service.functions :
      one([for env in service.template[0].containers[0].env : env.value if env.name == "TALLYSHEET_MOST_ROWS"]) == "40000" &&
      strcontains(one([for env in service.template[0].containers[0].env : env.value if env.name == "NODE_OPTIONS"]), "--max-old-space-size=288")
    ])
    error_message = "Rows or heap aren't what the memory holds."
  }
  assert {
    condition = alltrue([for name, service in google_cloud_run_v2_service.functions :
      one([for env in service.template[0].containers[0].env : env.value if env.name == "TALLYSHEET_AUDIENCE"]) == "https://${name}-123456789012.asia-southeast1.run.app"
    ])
    error_message = "A service's audience isn't its own root."
  }
  assert {
    condition = alltrue([for name, service in google_cloud_run_v2_service.functions :
      one([for env in service.template[0].containers[0].env : env.value if env.name == "FUNCTION_TARGET"]) == name
    ])
    error_message = "A service runs another function than its name says."
  }
  assert {
    condition = [for name, service in google_cloud_run_v2_service.functions : name
      if length([for env in service.template[0].containers[0].env : env if env.name == "TALLYSHEET_SMTP_PASSWORD"]) > 0
    ] == ["send-digest", "send-reminders"]
    error_message = "The password goes to functions that send nothing, or not to one that does."
  }
  assert {
    condition = alltrue(flatten([for service in google_cloud_run_v2_service.functions : [for env in service.template[0].containers[0].env :
      env.value_source[0].secret_key_ref[0].version == "1" if env.name == "TALLYSHEET_SMTP_PASSWORD"
    ]]))
    error_message = "The password's version isn't pinned."
  }
}

run "schedules_are_daily_and_signed_for_the_root" {
  command = apply

  assert {
    condition = alltrue([for name, job in google_cloud_scheduler_job.ticks :
      job.time_zone == "Asia/Shanghai" && job.http_target[0].uri == "https://${name}-123456789012.asia-southeast1.run.app/${name}" &&
      job.http_target[0].oidc_token[0].audience == "https://${name}-123456789012.asia-southeast1.run.app"
    ])
    error_message = "Time zone, address or audience of a schedule is wrong."
  }
  assert {
    condition     = alltrue([for job in google_cloud_scheduler_job.ticks : tonumber(trimsuffix(job.attempt_deadline, "s")) > 540])
    error_message = "The scheduler would give up before the service does."
  }
}

run "each_of_the_staff_by_name_and_once" {
  command = apply

  assert {
    condition = { for name, grant in google_cloud_run_v2_service_iam_binding.callers : name => join(" ", sort(grant.members)) } == {
      recalculate    = "serviceAccount:account@plan-test-1.iam.gserviceaccount.com user:operator@example.org user:wang@example.org"
      send-digest    = "serviceAccount:account@plan-test-1.iam.gserviceaccount.com user:operator@example.org user:wang@example.org"
      send-reminders = "serviceAccount:account@plan-test-1.iam.gserviceaccount.com"
    }
    error_message = "Not exactly the schedule, and the staff and the administrators for what the menu calls."
  }
  assert {
    condition     = alltrue([for grant in google_cloud_run_v2_service_iam_binding.callers : grant.role == "roles/run.invoker"])
    error_message = "Callers have another role than calling."
  }
}

run "or_as_a_group_with_the_menu" {
  command = apply
  variables {
    staff_group     = "plan-staff@example.org"
    menu_client_ids = ["123-abc.apps.googleusercontent.com"]
  }

  assert {
    condition = toset(google_cloud_run_v2_service_iam_binding.callers["recalculate"].members) == toset([
      "serviceAccount:account@plan-test-1.iam.gserviceaccount.com", "group:plan-staff@example.org",
    ])
    error_message = "Others than the schedule and the group may call."
  }
  assert {
    condition = alltrue([for name, service in google_cloud_run_v2_service.functions :
      tolist(service.custom_audiences) == tolist(["123-abc.apps.googleusercontent.com"]) &&
      one([for env in service.template[0].containers[0].env : env.value if env.name == "TALLYSHEET_AUDIENCE"]) == "https://${name}-123456789012.asia-southeast1.run.app,123-abc.apps.googleusercontent.com"
    ])
    error_message = "The menu's tokens aren't taken by Cloud Run and by the function alike."
  }
}

run "outbox_keeps_versions_and_is_private" {
  command = apply

  assert {
    condition     = google_storage_bucket.outbox.versioning[0].enabled && google_storage_bucket.outbox.uniform_bucket_level_access && google_storage_bucket.outbox.public_access_prevention == "enforced" && !google_storage_bucket.outbox.force_destroy
    error_message = "The outbox isn't versioned, private and kept."
  }
  assert {
    condition     = alltrue([for rule in google_storage_bucket.outbox.lifecycle_rule : one(rule.condition).with_state == "ARCHIVED"])
    error_message = "A rule would delete live messages."
  }
  assert {
    condition     = [google_storage_bucket_iam_member.runtime_uses_outbox.role, google_secret_manager_secret_iam_member.runtime_reads_password.role] == ["roles/storage.objectUser", "roles/secretmanager.secretAccessor"]
    error_message = "The functions have other roles than designed."
  }
}

run "alerts_have_what_their_kind_needs" {
  command = apply

  assert {
    condition = alltrue([for policy in [google_monitoring_alert_policy.failed, google_monitoring_alert_policy.undecided] :
      length(policy.conditions) == 1 && policy.alert_strategy[0].notification_rate_limit[0].period == "3600s" && length(policy.notification_channels) == 1
    ])
    error_message = "An alert on log lines takes one condition and a rate limit."
  }
  assert {
    condition     = tonumber(trimsuffix(google_monitoring_alert_policy.absent.conditions[0].condition_threshold[0].aggregations[0].alignment_period, "s")) > 86400
    error_message = "A daily run would count as absent."
  }
}

run "outputs_tell_what_to_share_with_whom" {
  command = apply

  assert {
    condition     = strcontains(output.share, "/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789 with account@plan-test-1.iam.gserviceaccount.com as an editor")
    error_message = "It isn't said what to share with whom."
  }
  assert {
    condition     = strcontains(output.menu, "SEND_DIGEST_URL to https://send-digest-123456789012.asia-southeast1.run.app") && strcontains(output.menu, "aren't let in yet")
    error_message = "It isn't said what the menu calls, and that it isn't let in."
  }
  assert {
    condition     = output.staff == "Let in by name: wang@example.org, operator@example.org."
    error_message = "It isn't said who is let in."
  }
}

run "by_gmail_without_a_server_and_a_password" {
  command = apply
  variables {
    gmail    = true
    smtp_url = ""
  }

  assert {
    condition = [for name, service in google_cloud_run_v2_service.functions : name
      if length([for env in service.template[0].containers[0].env : env if env.name == "TALLYSHEET_GMAIL_ACCOUNT" && env.value == "account@plan-test-1.iam.gserviceaccount.com"]) == 1
    ] == ["send-digest", "send-reminders"]
    error_message = "The functions that mail don't do so by Gmail."
  }
  assert {
    condition = length(flatten([for service in google_cloud_run_v2_service.functions :
      [for env in service.template[0].containers[0].env : env if startswith(env.name, "TALLYSHEET_SMTP")]
    ])) == 0
    error_message = "A server of mails, or its password, is named beside Gmail."
  }
  assert {
    condition     = [for grant in google_service_account_iam_member.runtime_signs_for_itself : grant.role] == ["roles/iam.serviceAccountTokenCreator"]
    error_message = "The account can't sign for itself."
  }
}

run "mails_need_a_way_out" {
  command = plan
  variables {
    smtp_url = ""
  }
  expect_failures = [google_cloud_run_v2_service.functions]
}

run "a_tag_is_no_image" {
  command = plan
  variables {
    image = "asia-southeast1-docker.pkg.dev/plan-test-1/tallysheet/functions:latest"
  }
  expect_failures = [var.image]
}

run "an_address_is_no_spreadsheet_id" {
  command = plan
  variables {
    spreadsheet_id = "https://docs.google.com/spreadsheets/d/1AbC/edit"
  }
  expect_failures = [var.spreadsheet_id]
}

run "no_password_in_the_address_of_the_mail_server" {
  command = plan
  variables {
    smtp_url = "smtps://plan:secret@smtp.example.org:465"
  }
  expect_failures = [var.smtp_url]
}

run "no_port_25" {
  command = plan
  variables {
    smtp_url = "smtp://smtp.example.org:25"
  }
  expect_failures = [var.smtp_url]
}

run "never_the_latest_password" {
  command = plan
  variables {
    smtp_password_version = "latest"
  }
  expect_failures = [var.smtp_password_version]
}

run "no_schedule_that_skips_days" {
  command = plan
  variables {
    schedules = { recalculate = "30 6 * * 1-5" }
  }
  expect_failures = [var.schedules]
}

run "somebody_must_hear_alerts" {
  command = plan
  variables {
    alert_emails = []
  }
  expect_failures = [var.alert_emails]
}

run "more_memory_takes_more_rows" {
  command = plan
  variables {
    memory_mib = 1024
  }
  assert {
    condition = alltrue([for service in google_cloud_run_v2_service.functions :
      one([for env in service.template[0].containers[0].env : env.value if env.name == "TALLYSHEET_MOST_ROWS"]) == "80000" &&
      strcontains(one([for env in service.template[0].containers[0].env : env.value if env.name == "NODE_OPTIONS"]), "--max-old-space-size=576") &&
      service.template[0].containers[0].resources[0].limits.memory == "1024Mi"
    ])
    error_message = "Rows and heap don't follow the memory."
  }
}

run "no_memory_that_one_cpu_cannot_have" {
  command = plan
  variables {
    memory_mib = 8192
  }
  expect_failures = [var.memory_mib]
}
