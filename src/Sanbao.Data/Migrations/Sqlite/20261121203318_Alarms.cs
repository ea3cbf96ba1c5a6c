using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sanbao.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Alarms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "alarm_at",
                table: "prm_deadlines",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateTable(
                name: "prm_notices",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    firing_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_number = table.Column<string>(type: "TEXT", nullable: false),
                    promise = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prm_notices", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_prm_deadlines_alarm_at_id",
                table: "prm_deadlines",
                columns: new[] { "alarm_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_prm_deadlines_due_id",
                table: "prm_deadlines",
                columns: new[] { "due", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_prm_notices_account_id_id",
                table: "prm_notices",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_prm_notices_account_id_read_at",
                table: "prm_notices",
                columns: new[] { "account_id", "read_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "prm_notices");

            migrationBuilder.DropIndex(
                name: "IX_prm_deadlines_alarm_at_id",
                table: "prm_deadlines");

            migrationBuilder.DropIndex(
                name: "IX_prm_deadlines_due_id",
                table: "prm_deadlines");

            migrationBuilder.DropColumn(
                name: "alarm_at",
                table: "prm_deadlines");
        }
    }
}
