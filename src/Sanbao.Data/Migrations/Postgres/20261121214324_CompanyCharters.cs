using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sanbao.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CompanyCharters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_com_attached_charters_level_key",
                table: "com_attached_charters");

            migrationBuilder.AddColumn<long>(
                name: "days_applied",
                table: "com_settings",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "days_changed",
                table: "com_settings",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "withdrawn",
                table: "com_attached_charters",
                type: "boolean",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.CreateIndex(
                name: "IX_com_attached_charters_level_key",
                table: "com_attached_charters",
                columns: new[] { "level", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_com_charter_changes_code_number",
                table: "com_charter_changes",
                columns: new[] { "code", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_com_charter_changes_status_written_at",
                table: "com_charter_changes",
                columns: new[] { "status", "written_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "com_charter_changes");

            migrationBuilder.DropTable(
                name: "com_days");

            migrationBuilder.DropIndex(
                name: "IX_com_attached_charters_level_key",
                table: "com_attached_charters");

            migrationBuilder.DropColumn(
                name: "days_applied",
                table: "com_settings");

            migrationBuilder.DropColumn(
                name: "days_changed",
                table: "com_settings");

            migrationBuilder.DropColumn(
                name: "withdrawn",
                table: "com_attached_charters");

            migrationBuilder.CreateIndex(
                name: "IX_com_attached_charters_level_key",
                table: "com_attached_charters",
                columns: new[] { "level", "key" },
                unique: true);
        }
    }
}
