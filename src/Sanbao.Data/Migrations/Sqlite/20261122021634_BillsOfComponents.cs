using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sanbao.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "supplier",
                table: "equ_components",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

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
