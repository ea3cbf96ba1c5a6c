namespace Sanbao.Charters.Errors;

/// <summary>What can be wrong with the document itself: its size, its YAML, its keys.</summary>
internal static class DocumentTexts
{
    public static readonly (string Code, string Zh, string En)[] All =
    [
        ("empty", "文件中没有内容。", "The file has no content."),
        ("too-long", "文件超过 {0} KB，过大。", "The file is larger than {0} KB."),
        ("too-many", "文件的条目超过 {0} 个，过多。", "The file has more than {0} items."),
        ("too-deep", "缩进层次超过 {0} 层，过深。", "The nesting is deeper than {0} levels."),
        ("one-document", "一个文件只能写一份服务承诺；请去掉“---”或另存为一个文件。", "One file holds one charter; remove the `---` or use a second file."),
        ("alias", "不支持锚点和引用（& 和 *），请把内容直接写出。含有这些字符的文字要加引号。",
            "Anchors and aliases (& and *) are not part of the format; write it out. Text with these characters needs quotes."),
        ("tag", "不支持标签（!）。含有这个字符的文字要加引号。", "Tags (!) are not part of the format. Text with this character needs quotes."),
        ("tab", "这一行用了制表符缩进，请改用空格。", "This line is indented with a tab; use blanks."),
        ("yaml", "不是正确的 YAML：{0}", "This is not proper YAML: {0}"),
        ("yaml-open", "从这里起无法读取：请检查括号和引号是否成对。",
            "The text cannot be read from here on: look for a bracket, brace or quotation mark left open."),
        ("yaml-colon", "这里不能再出现冒号：上一行缩进有误，或者含冒号的文字没有加引号。",
            "A colon cannot stand here: the line above is indented wrongly, or text with a colon needs quotes."),
        ("yaml-quote", "引号没有结束。", "The quotation mark is never closed."),
        ("yaml-brace", "缺少逗号或右花括号“}}”。", "A comma or a closing brace `}}` is missing."),
        ("yaml-bracket", "缺少逗号或右方括号“]”。", "A comma or a closing bracket `]` is missing."),
        ("yaml-key", "这一行缺少冒号。冒号后面要有一个空格。", "This line lacks its colon. A blank follows the colon."),
        ("yaml-indent", "这一行的缩进与上面的行不一致。", "This line is not indented like the lines it belongs to."),
        ("key-not-text", "冒号前面只能是一个词或短语。", "Only a word or phrase can stand before a colon."),
        ("not-a-map", "这里应当逐行写出“键: 值”。可用的键：{1}。", "Lines of `key: value` are expected here. Keys: {1}."),
        ("not-entries", "“{0}”下面应当逐行写出“键: 值”。", "Lines of `key: value` are expected under `{0}`."),
        ("not-a-list", "“{0}”下面应当是列表，每项以“- ”开头。", "A list is expected under `{0}`, each item beginning with `- `."),
        ("unknown-key", "不认识的键“{0}”。这里可用的键：{1}。", "Unknown key `{0}`. Keys here: {1}."),
        ("repeated-key", "键“{0}”写了两次。", "The key `{0}` stands here twice."),
        ("missing-key", "缺少“{0}”。", "`{0}` is missing."),
        ("no-value", "冒号后面没有内容。", "There is nothing after the colon."),
        ("comma-in-braces", "不认识的键“{0}”：花括号里的逗号会开始下一个键。含逗号的文字要加引号。",
            "Unknown key `{0}`: within braces a comma begins the next key. Text with a comma needs quotes."),
    ];
}
