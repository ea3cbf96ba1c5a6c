using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sanbao.Data.Migrations.Sqlite
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    dealer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acc_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_claims", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acc_ended_sessions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_ended_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "acc_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_logins", x => new { x.login_provider, x.provider_key });
                });

            migrationBuilder.CreateTable(
                name: "acc_secrets",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_secrets", x => new { x.user_id, x.login_provider, x.name });
                });

            migrationBuilder.CreateTable(
                name: "acc_tokens",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    dealer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acc_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_attached_charters",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    charter_code = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    begins = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_attached_charters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_charter_changes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    in_force = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision_reason = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_charter_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_charters",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    in_force = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: false),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_charters", x => new { x.code, x.version });
                });

            migrationBuilder.CreateTable(
                name: "com_counters",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_counters", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "com_days",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    worked = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_deputies",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    deputy_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_deputies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_idempotency_keys",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    body_hash = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_idempotency_keys", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "com_identity",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    company = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_identity", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_journal",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_journal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_protection_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "com_saved_views",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    list = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    shared = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "com_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: false),
                    city_prefixes = table.Column<string>(type: "TEXT", nullable: false),
                    default_charter = table.Column<string>(type: "TEXT", nullable: false),
                    default_language = table.Column<string>(type: "TEXT", nullable: false),
                    warning_share = table.Column<int>(type: "INTEGER", nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    demo_asked = table.Column<bool>(type: "INTEGER", nullable: false),
                    days_changed = table.Column<long>(type: "INTEGER", nullable: false),
                    days_applied = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_com_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cus_customers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    vip = table.Column<string>(type: "TEXT", nullable: true),
                    member = table.Column<bool>(type: "INTEGER", nullable: false),
                    sector = table.Column<string>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: false),
                    salesperson_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    dedicated_engineer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    dedicated_engineer = table.Column<string>(type: "TEXT", nullable: true),
                    dealer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    merged_into_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    merged_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    merged_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cus_customers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "doc_approvals",
                columns: table => new
                {
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    may = table.Column<string>(type: "TEXT", nullable: true),
                    author_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    submitter_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    in_place_of_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    in_place_of = table.Column<string>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doc_approvals", x => new { x.document_id, x.index });
                });

            migrationBuilder.CreateTable(
                name: "doc_heads",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    priority = table.Column<string>(type: "TEXT", nullable: false),
                    party = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    assignee_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    assignee = table.Column<string>(type: "TEXT", nullable: true),
                    dealer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    next_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doc_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "doc_papers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_doc_papers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "equ_products",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    model_key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    agreement_months = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_equ_products", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jou_lines",
                columns: table => new
                {
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jou_lines", x => new { x.document_id, x.index });
                });

            migrationBuilder.CreateTable(
                name: "prm_deadlines",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_kind = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    promise = table.Column<string>(type: "TEXT", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    occurrence = table.Column<int>(type: "INTEGER", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", nullable: true),
                    started_by_missed = table.Column<string>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    open_ended = table.Column<bool>(type: "INTEGER", nullable: false),
                    met_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    cancelled_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended_as = table.Column<string>(type: "TEXT", nullable: true),
                    behind = table.Column<int>(type: "INTEGER", nullable: false),
                    owed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    alarm_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prm_deadlines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "prm_firings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    deadline_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fired_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prm_firings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "prm_notices",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    firing_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    promise = table.Column<string>(type: "TEXT", nullable: true),
                    moment = table.Column<DateTime>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prm_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cus_contacts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    number_key = table.Column<string>(type: "TEXT", nullable: false),
                    nature = table.Column<string>(type: "TEXT", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    party = table.Column<string>(type: "TEXT", nullable: true),
                    sector = table.Column<string>(type: "TEXT", nullable: true),
                    months = table.Column<int>(type: "INTEGER", nullable: true),
                    stock_months = table.Column<int>(type: "INTEGER", nullable: true),
                    response_days = table.Column<int>(type: "INTEGER", nullable: true),
                    handling_days = table.Column<int>(type: "INTEGER", nullable: true),
                    charter_code = table.Column<string>(type: "TEXT", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    product_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    part_model = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    supplier = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    serial_look = table.Column<string>(type: "TEXT", nullable: false),
                    serial_from_end = table.Column<string>(type: "TEXT", nullable: false),
                    product_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    parent_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    supplied = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    agreement_months = table.Column<int>(type: "INTEGER", nullable: true),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    site_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contract_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    dealer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    price_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    usage_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    usage_kilometres = table.Column<int>(type: "INTEGER", nullable: true),
                    usage_cycles = table.Column<int>(type: "INTEGER", nullable: true),
                    voided_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    voided_reason = table.Column<string>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    dates_accepted = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_commissioned = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_delivered = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_ex_factory = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_exchanged = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_invoiced = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_paid_repair = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_picked_up = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_received = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_replaced = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_shipped = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dates_sold = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    equipment_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    part_model = table.Column<string>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    supplier = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    supplied = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    agreement_months = table.Column<int>(type: "INTEGER", nullable: true),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    replaced = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    equipment_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    site_id = table.Column<byte[]>(type: "BLOB", nullable: true)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", nullable: false),
                    direct = table.Column<bool>(type: "INTEGER", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    customer_name = table.Column<string>(type: "TEXT", nullable: false),
                    customer_phone = table.Column<string>(type: "TEXT", nullable: false),
                    customer_now = table.Column<string>(type: "TEXT", nullable: true),
                    reporter_name = table.Column<string>(type: "TEXT", nullable: false),
                    reporter_phone = table.Column<string>(type: "TEXT", nullable: false),
                    dealer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    equipment_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    component_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    component_name = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: false),
                    serial_key = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    product_text = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: true),
                    zone = table.Column<string>(type: "TEXT", nullable: true),
                    contract_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    response_days = table.Column<int>(type: "INTEGER", nullable: true),
                    handling_days = table.Column<int>(type: "INTEGER", nullable: true),
                    priority = table.Column<string>(type: "TEXT", nullable: false),
                    special = table.Column<bool>(type: "INTEGER", nullable: false),
                    special_reason = table.Column<string>(type: "TEXT", nullable: true),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reported_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: true),
                    modes_tried = table.Column<string>(type: "TEXT", nullable: false),
                    charter_code = table.Column<string>(type: "TEXT", nullable: false),
                    charter_version = table.Column<int>(type: "INTEGER", nullable: false),
                    charter_hash = table.Column<string>(type: "TEXT", nullable: false),
                    external_reference = table.Column<string>(type: "TEXT", nullable: true),
                    reference_of = table.Column<byte[]>(type: "BLOB", nullable: false),
                    duplicate_of_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    assignee_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    assignee = table.Column<string>(type: "TEXT", nullable: true),
                    covered = table.Column<bool>(type: "INTEGER", nullable: true),
                    undetermined = table.Column<bool>(type: "INTEGER", nullable: false),
                    covered_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    replied_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    customer_asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", nullable: true),
                    verified_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    solution = table.Column<string>(type: "TEXT", nullable: false),
                    solved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    repaired = table.Column<bool>(type: "INTEGER", nullable: false),
                    failed_repairs = table.Column<int>(type: "INTEGER", nullable: false),
                    failed_repair_days = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    reopened = table.Column<int>(type: "INTEGER", nullable: false),
                    reopened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    paused_by = table.Column<string>(type: "TEXT", nullable: false),
                    next_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    imported = table.Column<bool>(type: "INTEGER", nullable: false),
                    judgement_count = table.Column<int>(type: "INTEGER", nullable: false),
                    judged_cause = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    journal_length = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_head = table.Column<string>(type: "TEXT", nullable: false)
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
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    party = table.Column<string>(type: "TEXT", nullable: true),
                    of_unit = table.Column<bool>(type: "INTEGER", nullable: false),
                    counts = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    final = table.Column<bool>(type: "INTEGER", nullable: false),
                    judged_by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    spoke_with = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true)
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
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    solution = table.Column<string>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    counts = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    engineer = table.Column<string>(type: "TEXT", nullable: false),
                    engineer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    appointment = table.Column<DateTime>(type: "TEXT", nullable: false),
                    remark = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    departed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                name: "IX_req_requests_equipment_id_reported_at_status_failed_repairs_failed_repair_days",
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
