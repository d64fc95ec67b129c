variable "project" {
  description = "Id of the Google Cloud project, with billing switched on. Best one of its own."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project))
    error_message = "The id of a project: 6 to 30 lower-case letters, digits and hyphens (not its name, not its number)."
  }
}

variable "region" {
  description = "Where everything runs and lies. asia-southeast1 is Singapore, asia-east2 Hong Kong, asia-east1 Taiwan."
  type        = string
  default     = "asia-southeast1"

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]{1,2}$", var.region))
    error_message = "A region such as asia-southeast1 (a zone has a letter behind it; leave that out)."
  }
}

variable "image" {
  description = "The image with all functions, by digest; deploy.sh builds it and passes it on. A tag isn't enough: an unchanged name isn't deployed again."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9.-]+/[a-z0-9._/-]+@sha256:[0-9a-f]{64}$", var.image))
    error_message = "An image by digest: HOST/PROJECT/REPOSITORY/NAME@sha256:64 hexadecimal digits."
  }
}

variable "spreadsheet_id" {
  description = "The workbook: the part of its address between /d/ and /edit."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{20,200}$", var.spreadsheet_id))
    error_message = "The id alone, not the address: the part between /d/ and /edit."
  }
}

variable "language" {
  description = "Language of answers before the workbook's own is known: zh-CN or en."
  type        = string
  default     = "zh-CN"

  validation {
    condition     = contains(["zh-CN", "en"], var.language)
    error_message = "zh-CN or en."
  }
}

variable "time_zone" {
  description = "Time zone of the schedules, by its name in the tz database. Keep it equal to the one in the workbook's settings."
  type        = string
  default     = "Asia/Shanghai"

  validation {
    condition     = can(regex("^[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)+$", var.time_zone))
    error_message = "A name of the tz database, such as Asia/Shanghai; not an offset and not an abbreviation."
  }
}

variable "schedules" {
  description = "When each function runs, in unix-cron. Once a day at least, else the alert about absent runs would always ring; which days a digest or a reminder leaves on is for the workbook's settings to say."
  type = object({
    recalculate    = optional(string, "30 6 * * *")
    send-digest    = optional(string, "0 8 * * *")
    send-reminders = optional(string, "30 8 * * *")
  })
  default = {}

  validation {
    condition     = alltrue([for cron in values(var.schedules) : can(regex("^[0-9,*/-]+ [0-9,*/-]+ \\* \\* \\*$", cron))])
    error_message = "Unix-cron with a minute, an hour and three stars, such as \"30 6 * * *\": every day."
  }
}

variable "administrators" {
  description = "Addresses of Google accounts that may do everything, also send a message again or waive it."
  type        = list(string)

  validation {
    condition     = length(var.administrators) > 0 && alltrue([for address in var.administrators : can(regex("^[^\\s@,;:<>()\\[\\]\\\\\"]{1,64}@[A-Za-z0-9.-]{1,190}$", address))])
    error_message = "At least one plain address, such as name@example.org."
  }
}

variable "staff" {
  description = "Addresses of Google accounts that may use the menu in the sheet. Each person, not the group: the functions check the caller by this list."
  type        = list(string)

  validation {
    condition     = length(var.staff) > 0 && alltrue([for address in var.staff : can(regex("^[^\\s@,;:<>()\\[\\]\\\\\"]{1,64}@[A-Za-z0-9.-]{1,190}$", address))])
    error_message = "At least one plain address, such as name@example.org."
  }
}

variable "staff_group" {
  description = "Address of a Google group that holds the staff and the administrators, for Cloud Run's own check. Empty: each of them is let in by name."
  type        = string
  default     = ""

  validation {
    condition     = var.staff_group == "" || can(regex("^[^\\s@:]+@[A-Za-z0-9.-]+$", var.staff_group))
    error_message = "The group's address, such as plan-staff@example.org, or empty."
  }
}

variable "menu_client_ids" {
  description = "OAuth client ids of the scripts behind the menu (docs/deploy.md says where to find them). Empty until the menu is set up."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for id in var.menu_client_ids : can(regex("^[0-9]+(-[a-z0-9]+)?\\.apps\\.googleusercontent\\.com$", id))])
    error_message = "Client ids end in .apps.googleusercontent.com."
  }
}

variable "mail_from" {
  description = "Whom mails come from: an address, or Name <address>."
  type        = string

  validation {
    condition     = can(regex("^([^<>]*<)?[^\\s@,;:<>()\\[\\]\\\\\"]{1,64}@[A-Za-z0-9.-]{1,190}>?$", var.mail_from))
    error_message = "An address, or Name <address>."
  }
}

variable "smtp_url" {
  description = "The mail server, with the user and without the password: smtps://user%40example.org@smtp.example.org:465, or smtp://…:587. Google Cloud blocks port 25. May be left out where gmail is true."
  type        = string
  default     = ""

  validation {
    condition     = var.smtp_url == "" || can(regex("^smtps?://[^:@/\\s]+@[A-Za-z0-9.-]+(:[0-9]+)?/?$", var.smtp_url)) && !can(regex(":25/?$", var.smtp_url))
    error_message = "smtps://USER@HOST:465 or smtp://USER@HOST:587, with %40 for an @ in the user, without a password, and not port 25."
  }
}

variable "gmail" {
  description = "true sends by Gmail as mail_from instead of by smtp_url: a Workspace administrator must first delegate the runtime account's id the scopes gmail.compose and gmail.metadata for the domain."
  type        = bool
  default     = false
}

variable "smtp_password_version" {
  description = "Number of the version of the secret smtp-password that is used. A number, never latest: what runs is then what was tried."
  type        = string
  default     = "1"

  validation {
    condition     = can(regex("^[1-9][0-9]*$", var.smtp_password_version))
    error_message = "A version's number, such as 1."
  }
}

variable "alert_emails" {
  description = "Where alerts go: people who can look after a failed run."
  type        = list(string)

  validation {
    condition     = length(var.alert_emails) > 0 && alltrue([for address in var.alert_emails : can(regex("^[^\\s@]+@[A-Za-z0-9.-]+$", address))])
    error_message = "At least one plain address."
  }
}

variable "memory_mib" {
  description = "Memory of each service in MiB. It decides how many rows a tab may have: 40,000 with 512."
  type        = number
  default     = 512

  validation {
    # One CPU, which a run has, takes 4 GiB at the most.
    condition     = var.memory_mib >= 512 && var.memory_mib <= 4096 && floor(var.memory_mib) == var.memory_mib
    error_message = "A whole number of MiB from 512 to 4096."
  }
}

variable "deletion_protection" {
  description = "Keeps the services from being deleted, and the outbox with what is in it. remove.sh switches it off."
  type        = bool
  default     = true
}
