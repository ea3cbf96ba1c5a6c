using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sanbao.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "days_changed",
                table: "com_settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "withdrawn",
                table: "com_attached_charters",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
