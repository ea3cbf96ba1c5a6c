using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sanbao.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MergedCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "customer_now",
                table: "req_requests",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "merged_at",
                table: "cus_customers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "merged_by",
                table: "cus_customers",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "cus_customers",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_cus_customers_merged_into_id",
                table: "cus_customers",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cus_customers_merged_into_id",
                table: "cus_customers");

            migrationBuilder.DropColumn(
                name: "customer_now",
                table: "req_requests");

            migrationBuilder.DropColumn(
                name: "merged_at",
                table: "cus_customers");

            migrationBuilder.DropColumn(
                name: "merged_by",
                table: "cus_customers");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "cus_customers");
        }
    }
}
