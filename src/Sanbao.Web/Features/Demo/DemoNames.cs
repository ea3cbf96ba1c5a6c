namespace Sanbao.Web.Features.Demo;

/// <summary>A place: its GB/T 2260 code, the city's short name and the county's name.</summary>
internal sealed record DemoPlace(string Code, string City, string County);

/// <summary>An invented maker of pumps and motors and its invented customers, at real places. No number here can ring.</summary>
internal static class DemoNames
{
    public const string Company = "江川泵业", CompanyInEnglish = "Jiangchuan Pumps";

    public static readonly DemoPlace[] Places =
    [
        new("320505", "苏州", "虎丘区"), new("320506", "苏州", "吴中区"), new("320509", "苏州", "吴江区"), new("320583", "昆山", "玉山镇"),
        new("320582", "张家港", "杨舍镇"), new("320581", "常熟", "虞山街道"), new("320211", "无锡", "滨湖区"), new("320205", "无锡", "锡山区"),
        new("320412", "常州", "武进区"), new("320104", "南京", "秦淮区"), new("310115", "上海", "浦东新区"), new("310112", "上海", "闵行区"),
        new("310114", "上海", "嘉定区"), new("330106", "杭州", "西湖区"), new("330110", "杭州", "余杭区"), new("330206", "宁波", "北仑区"),
        new("340104", "合肥", "蜀山区"), new("350203", "厦门", "思明区"), new("350102", "福州", "鼓楼区"), new("360111", "南昌", "青山湖区"),
        new("370102", "济南", "历下区"), new("370203", "青岛", "市北区"), new("410105", "郑州", "金水区"), new("420106", "武汉", "武昌区"),
        new("430104", "长沙", "岳麓区"), new("440106", "广州", "天河区"), new("440305", "深圳", "南山区"), new("440606", "佛山", "顺德区"),
        new("450103", "南宁", "青秀区"), new("500112", "重庆", "渝北区"), new("500107", "重庆", "九龙坡区"), new("510107", "成都", "武侯区"),
        new("530102", "昆明", "五华区"), new("610113", "西安", "雁塔区"), new("620102", "兰州", "城关区"), new("650102", "乌鲁木齐", "天山区"),
        new("110105", "北京", "朝阳区"), new("120116", "天津", "滨海新区"), new("130102", "石家庄", "长安区"), new("140105", "太原", "小店区"),
        new("210102", "沈阳", "和平区"), new("210202", "大连", "中山区"), new("220102", "长春", "南关区"), new("230103", "哈尔滨", "南岗区"),
    ];

    public static readonly string[] Words =
    [
        "金澜", "恒源", "瑞丰", "安泰", "华清", "东柏", "汇川", "启明", "天河", "润泽", "宏达", "锦程", "新元", "江宁", "博远", "中汇", "鼎新", "永利",
        "长虹桥", "白云", "清源", "碧波", "盛达", "联创", "光正", "泰和", "银河", "海润", "三江", "同兴",
    ];

    /// <summary>Kind of customer and the sector it belongs to; null: none of the special ones.</summary>
    public static readonly (string Kind, string? Sector)[] Kinds =
    [
        ("水务有限公司", "water"), ("自来水厂", "water"), ("污水处理厂", "water"), ("热电有限公司", "thermal-power"), ("供热有限公司", "thermal-power"),
        ("轨道交通设备部", "metro"), ("化工有限公司", null), ("印染有限公司", null), ("造纸有限公司", null), ("钢铁有限公司", null), ("食品有限公司", null),
        ("制药有限公司", null), ("物业管理有限公司", null), ("机电设备安装有限公司", null), ("水利工程处", "water"), ("新材料有限公司", null),
    ];

    private static readonly string[] Surnames = [.. "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕".Select(c => c.ToString())];

    private static readonly string[] Given =
    [
        "伟", "芳", "娜", "敏", "静", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀英", "霞", "平", "刚", "桂英", "建国", "志强", "海燕",
        "晓东", "文博", "国庆", "丽华", "建华", "春梅", "子豪", "宇航", "雪梅", "浩然", "立新", "永康",
    ];

    public static readonly string[] Posts = ["设备科长", "设备主管", "机修班长", "值班长", "采购", "动力车间主任", "项目经理", "运行工程师"];

    public static string Person(Dice dice) => dice.Of(Surnames) + dice.Of(Given);

    /// <summary>1380000xxxx: given to nobody.</summary>
    public static string Mobile(Dice dice) => $"1380000{dice.Number(10_000):0000}";

    /// <summary>400-000-xxxx: given to nobody.</summary>
    public static string Switchboard(Dice dice) => $"400-000-{dice.Number(10_000):0000}";
}
