using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sanbao.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BillsOfComponents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "part_model",
                table: "equ_components",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "supplier",
                table: "equ_components",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

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

            migrationBuilder.CreateIndex(
                name: "IX_equ_bill_rows_product_id",
                table: "equ_bill_rows",
                column: "product_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "equ_bill_rows");

            migrationBuilder.DropColumn(
                name: "part_model",
                table: "equ_components");

            migrationBuilder.DropColumn(
                name: "supplier",
                table: "equ_components");
        }
    }
}
