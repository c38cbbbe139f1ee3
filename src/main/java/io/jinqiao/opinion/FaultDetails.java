package io.jinqiao.opinion;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The details behind a {@link DocumentFault}, which the steps name in English. What is no such detail (a path, a number) stays as it is. */
final class FaultDetails {
    private static final Pattern COUNTED = Pattern.compile("(\\d+) (bytes|entries)");
    private static final Pattern LED = Pattern.compile("([^:]+): (.+)");

    private static final Map<String, String> CHINESE = Map.ofEntries(
            // --- package
            Map.entry("descriptor", "数据描述"),
            Map.entry("directory", "目录"),
            Map.entry("end", "结尾"),
            Map.entry("extra", "附加信息"),
            Map.entry("flags", "标志"),
            Map.entry("folder", "文件夹"),
            Map.entry("gap", "位置"),
            Map.entry("local header", "文件头"),
            Map.entry("local name", "文件头中的名称"),
            Map.entry("name", "名称"),
            Map.entry("sizes", "大小"),
            Map.entry("unused bits", "多余数据位"),
            // --- PDF
            Map.entry("annotation", "注释"),
            Map.entry("begin", "起点"),
            Map.entry("certificate", "证书"),
            Map.entry("contents", "签名内容"),
            Map.entry("dictionary", "签名字典"),
            Map.entry("digits", "签名数字"),
            Map.entry("filter", "编码方式"),
            Map.entry("form field", "表单域"),
            Map.entry("nested too deeply", "嵌套过深"),
            Map.entry("obj", "对象"),
            Map.entry("object", "对象"),
            Map.entry("one detached signature", "应有且仅有一个分离式签名"),
            Map.entry("one spelling", "编码写法"),
            Map.entry("signed attributes", "签名属性"),
            Map.entry("startxref", "结尾"),
            Map.entry("trailer", "文件尾"),
            Map.entry("two objects at one place", "对象重叠"),
            Map.entry("unreachable object", "无用对象"),
            Map.entry("unreadable", "无法解析"),
            Map.entry("xref", "交叉引用表"),
            // --- sealed value
            Map.entry("not der", "编码不规范"),
            Map.entry("too large", "过大"),
            Map.entry("wrong structure", "结构不符"),
            // --- time-stamp
            Map.entry("nobody here can verify the authority's signature", "时间戳机构的签名算法不支持"),
            Map.entry("the authority's certificate is not in the token", "缺少时间戳机构证书"),
            Map.entry("the time-stamp authority is not believed", "时间戳机构不受信任"),
            Map.entry("the time-stamp does not verify", "签名无效"),
            Map.entry("the time-stamp is over other bytes", "不是本文件的时间戳"),
            // --- record
            Map.entry("amount", "金额"),
            Map.entry("number", "编号"),
            Map.entry("term", "期限"),
            Map.entry("version", "版本"));

    private FaultDetails() {}

    static Object[] inChinese(String... details) {
        return Arrays.stream(details).map(FaultDetails::inChinese).toArray();
    }

    private static String inChinese(String detail) {
        Matcher counted = COUNTED.matcher(detail);
        if (counted.matches()) {
            return counted.group(1) + (counted.group(2).equals("bytes") ? " 字节" : " 个文件");
        }
        Matcher led = LED.matcher(detail);
        return led.matches() ? one(led.group(1)) + "：" + one(led.group(2)) : one(detail);
    }

    private static String one(String detail) {
        return CHINESE.getOrDefault(detail, detail);
    }
}
