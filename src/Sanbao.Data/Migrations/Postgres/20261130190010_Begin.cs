using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Sanbao.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acc_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    roles = table.Column<string>(type: "text", nullable: false),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    disabled = table.Column<bool>(type: "boolean", nullable: false),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    normalized_user_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    normalized_email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    security_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acc_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claim_value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_claims", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acc_ended_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_ended_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acc_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_display_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_logins", x => new { x.login_provider, x.provider_key });
                });

            migrationBuilder.CreateTable(
                name: "acc_secrets",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_secrets", x => new { x.user_id, x.login_provider, x.name });
                });

            migrationBuilder.CreateTable(
                name: "acc_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    roles = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_attached_charters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    charter_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    begins = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_attached_charters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_charter_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    in_force = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_charter_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_charters",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    in_force = table.Column<DateOnly>(type: "date", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    approved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_charters", x => new { x.code, x.version });
                });

            migrationBuilder.CreateTable(
                name: "com_counters",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_counters", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "com_days",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    worked = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_deputies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    deputy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_deputies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_idempotency_keys",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    location = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_idempotency_keys", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "com_identity",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    company = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_identity", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_journal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_journal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_protection_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "com_saved_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    list = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    query = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    shared = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_prefixes = table.Column<string>(type: "text", nullable: false),
                    default_charter = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    default_language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    warning_share = table.Column<int>(type: "integer", nullable: false),
                    demo = table.Column<bool>(type: "boolean", nullable: false),
                    demo_asked = table.Column<bool>(type: "boolean", nullable: false),
                    days_changed = table.Column<long>(type: "bigint", nullable: false),
                    days_applied = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cus_customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    vip = table.Column<string>(type: "text", nullable: true),
                    member = table.Column<bool>(type: "boolean", nullable: false),
                    sector = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    remark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    salesperson_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dedicated_engineer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dedicated_engineer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    merged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    merged_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cus_customers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "doc_approvals",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    index = table.Column<int>(type: "integer", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    may = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submitter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    in_place_of_id = table.Column<Guid>(type: "uuid", nullable: true),
                    in_place_of = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    remark = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doc_approvals", x => new { x.document_id, x.index });
                });

            migrationBuilder.CreateTable(
                name: "doc_heads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    priority = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    party = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignee = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    next_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doc_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "doc_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    media_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doc_papers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "equ_products",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    model = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    model_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false),
                    agreement_months = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_equ_products", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jou_lines",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    index = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jou_lines", x => new { x.document_id, x.index });
                });

            migrationBuilder.CreateTable(
                name: "prm_deadlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    promise = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occurrence = table.Column<int>(type: "integer", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: true),
                    started_by_missed = table.Column<string>(type: "text", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    open_ended = table.Column<bool>(type: "boolean", nullable: false),
                    met_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    cancelled_by = table.Column<string>(type: "text", nullable: true),
                    ended_as = table.Column<string>(type: "text", nullable: true),
                    behind = table.Column<int>(type: "integer", nullable: false),
                    owed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    alarm_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prm_deadlines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "prm_firings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    deadline_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fired_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prm_firings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "prm_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    firing_id = table.Column<Guid>(type: "uuid", nullable: true),
                    promise = table.Column<string>(type: "text", nullable: true),
                    moment = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prm_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cus_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cus_contacts", x => x.id);
                    table.ForeignKey(
                        name: "FK_cus_contacts_cus_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "cus_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cus_contracts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    nature = table.Column<string>(type: "text", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party = table.Column<string>(type: "text", nullable: true),
                    sector = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    months = table.Column<int>(type: "integer", nullable: true),
                    stock_months = table.Column<int>(type: "integer", nullable: true),
                    response_days = table.Column<int>(type: "integer", nullable: true),
                    handling_days = table.Column<int>(type: "integer", nullable: true),
                    charter_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cus_contracts", x => x.id);
                    table.ForeignKey(
                        name: "FK_cus_contracts_cus_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "cus_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cus_sites",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    region_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cus_sites", x => x.id);
                    table.ForeignKey(
                        name: "FK_cus_sites_cus_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "cus_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "equ_bill_rows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    part_model = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: true),
                    supplier = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_equ_bill_rows", x => x.id);
                    table.ForeignKey(
                        name: "FK_equ_bill_rows_equ_products_product_id",
                        column: x => x.product_id,
                        principalTable: "equ_products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "equ_equipment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    serial_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    serial_look = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    serial_from_end = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    supplied = table.Column<DateOnly>(type: "date", nullable: true),
                    agreement_months = table.Column<int>(type: "integer", nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    site_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    price_fen = table.Column<long>(type: "bigint", nullable: true),
                    usage_hours = table.Column<int>(type: "integer", nullable: true),
                    usage_kilometres = table.Column<int>(type: "integer", nullable: true),
                    usage_cycles = table.Column<int>(type: "integer", nullable: true),
                    voided_from = table.Column<DateOnly>(type: "date", nullable: true),
                    voided_reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    remark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    dates_accepted = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_commissioned = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_delivered = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_ex_factory = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_exchanged = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_invoiced = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_paid_repair = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_picked_up = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_received = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_replaced = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_shipped = table.Column<DateOnly>(type: "date", nullable: true),
                    dates_sold = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_equ_equipment", x => x.id);
                    table.ForeignKey(
                        name: "FK_equ_equipment_cus_contracts_contract_id",
                        column: x => x.contract_id,
                        principalTable: "cus_contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_equ_equipment_cus_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "cus_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_equ_equipment_cus_sites_site_id",
                        column: x => x.site_id,
                        principalTable: "cus_sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_equ_equipment_equ_equipment_parent_id",
                        column: x => x.parent_id,
                        principalTable: "equ_equipment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_equ_equipment_equ_products_product_id",
                        column: x => x.product_id,
                        principalTable: "equ_products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "equ_components",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    equipment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    part_model = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false, collation: "C"),
                    supplier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: true),
                    supplied = table.Column<DateOnly>(type: "date", nullable: true),
                    agreement_months = table.Column<int>(type: "integer", nullable: true),
                    serial = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    serial_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    replaced = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_equ_components", x => x.id);
                    table.ForeignKey(
                        name: "FK_equ_components_equ_equipment_equipment_id",
                        column: x => x.equipment_id,
                        principalTable: "equ_equipment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "equ_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    equipment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    site_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_equ_moves", x => x.id);
                    table.ForeignKey(
                        name: "FK_equ_moves_equ_equipment_equipment_id",
                        column: x => x.equipment_id,
                        principalTable: "equ_equipment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "req_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    direct = table.Column<bool>(type: "boolean", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    customer_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_phone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_now = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reporter_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reporter_phone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    equipment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    component_id = table.Column<Guid>(type: "uuid", nullable: true),
                    component_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    serial = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    serial_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    model = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    product_text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    region_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    zone = table.Column<string>(type: "text", nullable: true),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: true),
                    response_days = table.Column<int>(type: "integer", nullable: true),
                    handling_days = table.Column<int>(type: "integer", nullable: true),
                    priority = table.Column<string>(type: "text", nullable: false),
                    special = table.Column<bool>(type: "boolean", nullable: false),
                    special_reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: true),
                    modes_tried = table.Column<string>(type: "text", nullable: false),
                    charter_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    charter_version = table.Column<int>(type: "integer", nullable: false),
                    charter_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    external_reference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reference_of = table.Column<Guid>(type: "uuid", nullable: false),
                    duplicate_of_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignee = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    covered = table.Column<bool>(type: "boolean", nullable: true),
                    undetermined = table.Column<bool>(type: "boolean", nullable: false),
                    covered_until = table.Column<DateOnly>(type: "date", nullable: true),
                    provisional = table.Column<bool>(type: "boolean", nullable: false),
                    replied_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    customer_asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    verdict = table.Column<string>(type: "text", nullable: true),
                    verified_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    solution = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    solved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    repaired = table.Column<bool>(type: "boolean", nullable: false),
                    failed_repairs = table.Column<int>(type: "integer", nullable: false),
                    failed_repair_days = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    reopened = table.Column<int>(type: "integer", nullable: false),
                    reopened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    paused_by = table.Column<string>(type: "text", nullable: false),
                    next_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    imported = table.Column<bool>(type: "boolean", nullable: false),
                    judgement_count = table.Column<int>(type: "integer", nullable: false),
                    judged_cause = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    journal_length = table.Column<int>(type: "integer", nullable: false),
                    journal_head = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_req_requests", x => x.id);
                    table.ForeignKey(
                        name: "FK_req_requests_cus_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "cus_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_req_requests_equ_equipment_equipment_id",
                        column: x => x.equipment_id,
                        principalTable: "equ_equipment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "req_events",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    index = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    party = table.Column<string>(type: "text", nullable: true),
                    of_unit = table.Column<bool>(type: "boolean", nullable: false),
                    counts = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_req_events", x => new { x.request_id, x.index });
                    table.ForeignKey(
                        name: "FK_req_events_req_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "req_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "req_judgements",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    index = table.Column<int>(type: "integer", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    final = table.Column<bool>(type: "boolean", nullable: false),
                    judged_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_req_judgements", x => new { x.request_id, x.index });
                    table.ForeignKey(
                        name: "FK_req_judgements_req_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "req_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "req_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    spoke_with = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_req_notes", x => x.id);
                    table.ForeignKey(
                        name: "FK_req_notes_req_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "req_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "req_repairs",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    solution = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cause = table.Column<string>(type: "text", nullable: true),
                    counts = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_req_repairs", x => new { x.request_id, x.round });
                    table.ForeignKey(
                        name: "FK_req_repairs_req_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "req_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "req_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    engineer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    engineer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    appointment = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false),
                    departed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_req_visits", x => x.id);
                    table.ForeignKey(
                        name: "FK_req_visits_req_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "req_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_acc_accounts_normalized_email",
                table: "acc_accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "IX_acc_accounts_normalized_user_name",
                table: "acc_accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_acc_ended_sessions_account_id",
                table: "acc_ended_sessions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_acc_tokens_hash",
                table: "acc_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_com_attached_charters_level_key_begins",
                table: "com_attached_charters",
                columns: new[] { "level", "key", "begins" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_com_charter_changes_code_number",
                table: "com_charter_changes",
                columns: new[] { "code", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_com_charter_changes_status_written_at",
                table: "com_charter_changes",
                columns: new[] { "status", "written_at" });

            migrationBuilder.CreateIndex(
                name: "IX_com_deputies_deputy_id_to",
                table: "com_deputies",
                columns: new[] { "deputy_id", "to" });

            migrationBuilder.CreateIndex(
                name: "IX_com_idempotency_keys_created_at",
                table: "com_idempotency_keys",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_com_saved_views_list_owner_id_name",
                table: "com_saved_views",
                columns: new[] { "list", "owner_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cus_contacts_customer_id",
                table: "cus_contacts",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_cus_contracts_customer_id",
                table: "cus_contracts",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_cus_contracts_number_key",
                table: "cus_contracts",
                column: "number_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cus_customers_merged_into_id",
                table: "cus_customers",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cus_customers_name_key_id",
                table: "cus_customers",
                columns: new[] { "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cus_customers_seq",
                table: "cus_customers",
                column: "seq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cus_customers_updated_at_seq",
                table: "cus_customers",
                columns: new[] { "updated_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_cus_sites_customer_id",
                table: "cus_sites",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_doc_approvals_state_since",
                table: "doc_approvals",
                columns: new[] { "state", "since" });

            migrationBuilder.CreateIndex(
                name: "IX_doc_heads_assignee_id_next_due",
                table: "doc_heads",
                columns: new[] { "assignee_id", "next_due" });

            migrationBuilder.CreateIndex(
                name: "IX_doc_heads_number",
                table: "doc_heads",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "IX_doc_papers_document_id",
                table: "doc_papers",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_equ_bill_rows_product_id",
                table: "equ_bill_rows",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "IX_equ_components_equipment_id",
                table: "equ_components",
                column: "equipment_id");

            migrationBuilder.CreateIndex(
                name: "IX_equ_components_serial_key",
                table: "equ_components",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "IX_equ_equipment_contract_id",
                table: "equ_equipment",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "IX_equ_equipment_customer_id",
                table: "equ_equipment",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_equ_equipment_parent_id",
                table: "equ_equipment",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_equ_equipment_product_id",
                table: "equ_equipment",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "IX_equ_equipment_serial_from_end",
                table: "equ_equipment",
                column: "serial_from_end");

            migrationBuilder.CreateIndex(
                name: "IX_equ_equipment_serial_key",
                table: "equ_equipment",
                column: "serial_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_equ_equipment_serial_look",
                table: "equ_equipment",
                column: "serial_look");

            migrationBuilder.CreateIndex(
                name: "IX_equ_equipment_site_id",
                table: "equ_equipment",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "IX_equ_equipment_updated_at_id",
                table: "equ_equipment",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_equ_moves_equipment_id",
                table: "equ_moves",
                column: "equipment_id");

            migrationBuilder.CreateIndex(
                name: "IX_equ_products_model_key",
                table: "equ_products",
                column: "model_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_equ_products_seq",
                table: "equ_products",
                column: "seq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_prm_deadlines_alarm_at_id",
                table: "prm_deadlines",
                columns: new[] { "alarm_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_prm_deadlines_due_id",
                table: "prm_deadlines",
                columns: new[] { "due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_prm_deadlines_owed_at_id",
                table: "prm_deadlines",
                columns: new[] { "owed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_prm_deadlines_owner_id_rule_occurrence_behind",
                table: "prm_deadlines",
                columns: new[] { "owner_id", "rule", "occurrence", "behind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_prm_firings_deadline_id_level_due",
                table: "prm_firings",
                columns: new[] { "deadline_id", "level", "due" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_prm_notices_account_id_id",
                table: "prm_notices",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_prm_notices_account_id_read_at",
                table: "prm_notices",
                columns: new[] { "account_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "IX_prm_notices_firing_id_account_id",
                table: "prm_notices",
                columns: new[] { "firing_id", "account_id" },
                unique: true,
                filter: "firing_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_req_notes_request_id",
                table: "req_notes",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_assignee_id_status_next_due_seq",
                table: "req_requests",
                columns: new[] { "assignee_id", "status", "next_due", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_closed_at_seq",
                table: "req_requests",
                columns: new[] { "closed_at", "seq" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_customer_id_reported_at_status",
                table: "req_requests",
                columns: new[] { "customer_id", "reported_at", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_equipment_id_reported_at_status_failed_repairs~",
                table: "req_requests",
                columns: new[] { "equipment_id", "reported_at", "status", "failed_repairs", "failed_repair_days" });

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_model_seq",
                table: "req_requests",
                columns: new[] { "model", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_next_due_seq",
                table: "req_requests",
                columns: new[] { "next_due", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_number",
                table: "req_requests",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_reference_of_external_reference",
                table: "req_requests",
                columns: new[] { "reference_of", "external_reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_reported_at_seq",
                table: "req_requests",
                columns: new[] { "reported_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_seq",
                table: "req_requests",
                column: "seq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_serial_key",
                table: "req_requests",
                column: "serial_key");

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_status_next_due_seq",
                table: "req_requests",
                columns: new[] { "status", "next_due", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_status_reported_at_seq",
                table: "req_requests",
                columns: new[] { "status", "reported_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_updated_at_seq",
                table: "req_requests",
                columns: new[] { "updated_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_req_visits_appointment",
                table: "req_visits",
                column: "appointment");

            migrationBuilder.CreateIndex(
                name: "IX_req_visits_engineer_id_appointment",
                table: "req_visits",
                columns: new[] { "engineer_id", "appointment" });

            migrationBuilder.CreateIndex(
                name: "IX_req_visits_request_id",
                table: "req_visits",
                column: "request_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acc_accounts");

            migrationBuilder.DropTable(
                name: "acc_claims");

            migrationBuilder.DropTable(
                name: "acc_ended_sessions");

            migrationBuilder.DropTable(
                name: "acc_logins");

            migrationBuilder.DropTable(
                name: "acc_secrets");

            migrationBuilder.DropTable(
                name: "acc_tokens");

            migrationBuilder.DropTable(
                name: "com_attached_charters");

            migrationBuilder.DropTable(
                name: "com_charter_changes");

            migrationBuilder.DropTable(
                name: "com_charters");

            migrationBuilder.DropTable(
                name: "com_counters");

            migrationBuilder.DropTable(
                name: "com_days");

            migrationBuilder.DropTable(
                name: "com_deputies");

            migrationBuilder.DropTable(
                name: "com_idempotency_keys");

            migrationBuilder.DropTable(
                name: "com_identity");

            migrationBuilder.DropTable(
                name: "com_journal");

            migrationBuilder.DropTable(
                name: "com_protection_keys");

            migrationBuilder.DropTable(
                name: "com_saved_views");

            migrationBuilder.DropTable(
                name: "com_settings");

            migrationBuilder.DropTable(
                name: "cus_contacts");

            migrationBuilder.DropTable(
                name: "doc_approvals");

            migrationBuilder.DropTable(
                name: "doc_heads");

            migrationBuilder.DropTable(
                name: "doc_papers");

            migrationBuilder.DropTable(
                name: "equ_bill_rows");

            migrationBuilder.DropTable(
                name: "equ_components");

            migrationBuilder.DropTable(
                name: "equ_moves");

            migrationBuilder.DropTable(
                name: "jou_lines");

            migrationBuilder.DropTable(
                name: "prm_deadlines");

            migrationBuilder.DropTable(
                name: "prm_firings");

            migrationBuilder.DropTable(
                name: "prm_notices");

            migrationBuilder.DropTable(
                name: "req_events");

            migrationBuilder.DropTable(
                name: "req_judgements");

            migrationBuilder.DropTable(
                name: "req_notes");

            migrationBuilder.DropTable(
                name: "req_repairs");

            migrationBuilder.DropTable(
                name: "req_visits");

            migrationBuilder.DropTable(
                name: "req_requests");

            migrationBuilder.DropTable(
                name: "equ_equipment");

            migrationBuilder.DropTable(
                name: "cus_contracts");

            migrationBuilder.DropTable(
                name: "cus_sites");

            migrationBuilder.DropTable(
                name: "equ_products");

            migrationBuilder.DropTable(
                name: "cus_customers");
        }
    }
}
