namespace Sanbao.Web.Features.Import.Rows;

/// <summary>Finds a value of a closed list by what people and programs write for it.</summary>
internal static class EnumWords
{
    public static TEnum? Find<TEnum>(string text) where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
            if (Known<TEnum>.Words[value].Contains(text)) return value;
        return null;
    }

    /// <summary>Everything that can be written, in words.</summary>
    public static Bilingual All<TEnum>() where TEnum : struct, Enum => Known<TEnum>.All;

    private static class Known<TEnum> where TEnum : struct, Enum
    {
        public static readonly Bilingual All = new(
            string.Join('、', Enum.GetValues<TEnum>().Select(v => Texts.Words.Of(Language.Chinese).Say(v))),
            string.Join(", ", Enum.GetValues<TEnum>().Select(v => Texts.Words.Of(Language.English).Say(v))));

        public static readonly Dictionary<TEnum, HashSet<string>> Words = Enum.GetValues<TEnum>().ToDictionary(
            v => v, v => Written(v).Select(TextKey.Plain).ToHashSet(StringComparer.OrdinalIgnoreCase));

        private static string[] Written(TEnum value) =>
            [Kebab.Of(value), Texts.Words.Of(Language.Chinese).Say(value), Texts.Words.Of(Language.English).Say(value)];
    }
}
