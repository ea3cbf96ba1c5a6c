using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sanbao.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenRequestsOfCustomer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_req_requests_customer_id_reported_at",
                table: "req_requests");

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_customer_id_reported_at_status",
                table: "req_requests",
                columns: new[] { "customer_id", "reported_at", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_req_requests_customer_id_reported_at_status",
                table: "req_requests");

            migrationBuilder.CreateIndex(
                name: "IX_req_requests_customer_id_reported_at",
                table: "req_requests",
                columns: new[] { "customer_id", "reported_at" });
        }
    }
}
