using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Demo;

/// <summary>A fault as callers tell it, where it sits, why it mostly happens, what one advises and what cures it.</summary>
/// <param name="Lines">Of which lines of products, by blanks.</param>
internal sealed record DemoFault(
    string Lines, string Text, string? Component, Cause[] Causes, string Advice, string Cure, bool ByPhone = false)
{
    /// <summary>Nobody sends a system or a program in for repair.</summary>
    public bool Returns => Lines is not ("system" or "software");
}

/// <summary>What else people call about.</summary>
/// <param name="Lines">As above; empty: of any.</param>
/// <param name="AfterRepair">Only of a unit that was repaired before.</param>
internal sealed record DemoQuestion(string Lines, RequestCategory Category, string Text, string Answer, bool AfterRepair = false);

/// <summary>What people call about, and how they say it.</summary>
internal static class DemoFaults
{
    private static readonly DemoFault[] Faults =
    [
        new("pump motor", "轴承异响", "轴承", [Cause.Quality, Cause.Quality, Cause.Wear],
            "先停机检查润滑脂是否变色、有无铁屑，确认联轴器对中", "更换驱动端轴承，重新对中并加注润滑脂，试运行两小时正常"),
        new("pump", "机械密封泄漏", "机械密封", [Cause.Quality, Cause.Wear, Cause.Environment],
            "请确认冲洗水是否畅通、介质是否含砂，泄漏量每分钟多少滴", "更换机械密封动静环和O形圈，调整压缩量，试压无泄漏"),
        new("pump motor", "电机过热", "电机", [Cause.Quality, Cause.Installation, Cause.Misuse],
            "请测三相电流是否平衡，检查风罩是否堵塞，出口阀是否开得过大", "清理风道，更换老化的风扇，紧固接线端子，温升恢复正常"),
        new("cabinet pump", "控制柜报警 E07", "控制柜", [Cause.Quality, Cause.Environment],
            "E07 为缺相保护，请检查进线三相电压后复位，复位不了请拍下接触器照片", "更换缺相保护模块，紧固进线端子，模拟缺相三次均正确动作", ByPhone: true),
        new("cabinet", "控制柜报警 E12，变频器过流", "控制柜", [Cause.Quality, Cause.Installation],
            "请把加速时间改到 20 秒再试，并检查电机绝缘", "调整加速时间和转矩提升参数，更换损坏的驱动板", ByPhone: true),
        new("pump", "振动大", null, [Cause.Installation, Cause.Quality], "请检查地脚螺栓和管路支撑，测一下联轴器对中数据", "重新找正并二次灌浆，叶轮做动平衡，振动值降到 2.3 mm/s"),
        new("pump", "流量不足，扬程达不到", null, [Cause.Selection, Cause.Wear, Cause.Quality],
            "请确认进口滤网是否堵塞、转向是否正确，读一下进出口压力", "清理叶轮流道，更换磨损的口环，流量恢复到额定值", ByPhone: true),
        new("pump motor", "启动后跳闸", "电机", [Cause.Quality, Cause.Installation], "先脱开联轴器空载试一次，并测电机绝缘电阻", "电机绕组受潮，烘干浸漆处理后绝缘合格，启动正常"),
        new("pump motor", "电机绝缘低，对地 0.2 兆欧", "电机", [Cause.Environment, Cause.Quality], "请勿再送电，拆下接线盒盖检查是否进水", "返厂重绕定子绕组并更换电缆密封，出厂试验合格"),
        new("pump", "泵体渗水", null, [Cause.Quality, Cause.HumanDamage], "请拍照说明渗水位置，先降压运行", "泵体铸件砂眼，更换泵体"),
        new("pump", "填料函滴漏过多", "机械密封", [Cause.Wear], "可均匀压紧填料压盖，保持每分钟 30 滴左右", "更换填料并调整压盖", ByPhone: true),
        new("pump motor", "联轴器弹性块磨损", null, [Cause.Installation, Cause.Wear], "请检查两半联轴器间隙和对中", "更换弹性块，重新对中至 0.05 mm 以内"),
        new("pump", "不吸水", null, [Cause.Misuse, Cause.Installation], "请灌满引水并排气，检查吸水管有无漏气、底阀是否卡住", "指导用户灌引水排气后恢复正常", ByPhone: true),
        new("cabinet pump", "液位浮球不动作", "控制柜", [Cause.Quality], "请短接浮球端子试验控制回路", "更换液位浮球两只，启停正常"),
        new("system", "上位机画面数据不刷新", null, [Cause.Quality, Cause.Environment], "请重启数据采集服务，看交换机指示灯是否闪烁", "更换交换机端口模块，逐点核对测点数据", ByPhone: true),
        new("system", "PLC 通讯中断，泵组不能远程启停", null, [Cause.Quality, Cause.Environment], "请先切到就地手动运行，拍下 PLC 指示灯", "更换通讯模块并备份程序，远程启停试验正常"),
        new("system", "压力变送器读数漂移", null, [Cause.Quality, Cause.Wear], "请关闭取压阀放空，看读数是否回零", "更换变送器并校零，与就地压力表一致"),
        new("software", "远程平台登录后白屏", null, [Cause.Quality], "请清除浏览器缓存后重新登录", "升级平台补丁，用户登录正常", ByPhone: true),
        new("software", "报表缺少两天的数据", null, [Cause.Quality, Cause.Environment], "请查看采集网关是否断过电", "补采网关缓存数据并重算报表", ByPhone: true),
        new("software", "报警短信收不到", null, [Cause.Quality], "请核对值班人手机号和短信余额", "更换短信猫卡座，试发正常"),
    ];

    private static readonly DemoQuestion[] Questions =
    [
        new("pump", RequestCategory.Consultation, "咨询机械密封的型号和更换周期", "已告知机械密封型号和建议的检查周期，资料已发邮箱"),
        new("pump motor", RequestCategory.Consultation, "咨询变频运行的最低频率", "建议不低于 25 Hz，低于此值需另加强冷风机"),
        new("", RequestCategory.Consultation, "咨询质保期到哪一天、保养后是否延长", "已按凭证核对质保期并告知，保养不延长质保期"),
        new("pump", RequestCategory.Parts, "购买口环和轴承套件", "已报供应周期三天，转销售办理合同"),
        new("pump", RequestCategory.Parts, "需要机械密封备件两套，急用", "库存有货，当天发出，单号已告知"),
        new("pump motor cabinet", RequestCategory.Installation, "请安排安装指导", "已与用户约定时间，现场指导安装，盘车灵活"),
        new("", RequestCategory.Training, "申请操作和保养培训", "已为操作人员培训启停、保养和常见故障处理"),
        new("pump motor cabinet", RequestCategory.Suggestion, "建议出线口增加防水接头", "已登记并转技术部评审"),
        new("", RequestCategory.Suggestion, "建议把操作说明做成一页挂图", "已登记并转技术部评审"),
        new("", RequestCategory.Complaint, "反映资料迟迟没有寄到", "已查明邮寄延误，改发电子版并向用户说明"),
        new("", RequestCategory.Complaint, "反映上次维修后又出同样的问题", "已向用户道歉，安排工程师复查，用户认可", AfterRepair: true),
        new("", RequestCategory.Complaint, "反映上次维修的人员没有按约定时间到", "已核实并向用户道歉，下次由主管跟进", AfterRepair: true),
    ];

    /// <summary>What happens to products of a line.</summary>
    public static DemoFault[] Of(string line) => [.. Faults.Where(f => Fits(f.Lines, line))];

    /// <param name="repaired">The unit was repaired before.</param>
    public static DemoQuestion[] QuestionsOf(string line, bool repaired) =>
        [.. Questions.Where(q => (q.Lines.Length == 0 || Fits(q.Lines, line)) && (repaired || !q.AfterRepair))];

    private static bool Fits(string lines, string line) => lines.Split(' ').Contains(line);

    // Of machines; a system has no pump house of its own, and a program none at all.
    private static readonly string[] Before =
        ["", "", "", "今早开机时", "夜班发现", "昨天下午起", "检修后第一次启动", "运行约三小时后", "雨后送电", "换班时发现", "连续运行一周后", "负荷升高时"];
    private static readonly string[] Where = ["", "", "1号机", "2号机", "3号机组", "备用机", "循环水泵房", "加压站", "冷却塔旁那台"];
    private static readonly string[] After =
        ["", "，已停机", "，还在带病运行", "，影响生产，请尽快处理", "，备用机已投入", "，请安排工程师来看", "，请先电话指导"];
    private static readonly string[] BeforeOfSystems = ["", "", "今早起，", "昨天下午起，", "断电恢复后，", "换班时发现，"];
    private static readonly string[] AfterOfSystems = ["", "", "，影响调度，请尽快处理", "，请先远程看看"];

    /// <summary>The fault in somebody's words.</summary>
    public static string Said(DemoFault fault, string line, Dice dice) => line is "system" or "software"
        ? $"{dice.Of(BeforeOfSystems)}{fault.Text}{dice.Of(AfterOfSystems)}"
        : $"{dice.Of(Where)}{dice.Of(Before)}{fault.Text}{dice.Of(After)}";
}
