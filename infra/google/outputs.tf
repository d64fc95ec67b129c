output "share" {
  description = "What the operator does next with the workbook."
  value       = "Share https://docs.google.com/spreadsheets/d/${var.spreadsheet_id} with ${google_service_account.runtime.email} as an editor, without a notification. Until then every run fails with the code not-shared."
}

output "menu" {
  description = "What the script behind the menu is told, and what is still to be told to Terraform."
  value = join(" ", [
    "Set the script properties RECALCULATE_URL to ${local.urls["recalculate"]} and SEND_DIGEST_URL to ${local.urls["send-digest"]}.",
    length(var.menu_client_ids) > 0 ? "Its calls are let in." : "Its calls aren't let in yet: put the script's client id into menu_client_ids and deploy again.",
  ])
}

output "staff" {
  description = "Who is let in."
  value       = var.staff_group == "" ? "Let in by name: ${join(", ", local.people)}." : "Put ${join(", ", local.people)} into the group ${var.staff_group}: Cloud Run lets in its members, the functions only who is named here."
}

output "try" {
  description = "How to start a run by hand."
  value       = "Start a run as the schedule would: gcloud scheduler jobs run recalculate --project=${var.project} --location=${var.region}"
}

output "alerts" {
  description = "Who is told when something is wrong."
  value       = "Alerts go to ${join(", ", var.alert_emails)}. The one about absent runs watches a function from its first run on."
}

output "urls" {
  description = "Addresses of the functions."
  value       = local.urls
}

output "image" {
  description = "The image that runs; deploy.sh --plan and remove.sh take it from here."
  value       = google_cloud_run_v2_service.functions["recalculate"].template[0].containers[0].image
}
