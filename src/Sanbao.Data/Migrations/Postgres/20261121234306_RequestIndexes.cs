using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sanbao.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RequestIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_req_requests_equipment_id_reported_at",
                table: "req_requests");

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_equipment_id_reported_at_status_repaired_repai~",
                table: "req_requests",
                columns: new[] { "equipment_id", "reported_at", "status", "repaired", "repair_days" });

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_model_seq",
                table: "req_requests",
                columns: new[] { "model", "seq" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_req_requests_equipment_id_reported_at_status_repaired_repai~",
                table: "req_requests");

            migrationBuilder.DropIndex(
                name: "IX_req_requests_model_seq",
                table: "req_requests");

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_equipment_id_reported_at",
                table: "req_requests",
                columns: new[] { "equipment_id", "reported_at" });
        }
    }
}
