package io.jinqiao.workbench.partner.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column is about, by the words banks head it with. */
enum Column {
    NAME("name", "field", "fieldname", "element", "englishname", "字段名", "字段", "英文名", "英文名称", "字段英文名", "变量名", "报文元素"),
    TITLE("chinesename", "title", "description", "中文名", "中文名称", "字段中文名", "名称", "说明", "字段描述"),
    TYPE("type", "datatype", "format", "类型", "数据类型", "字段类型"),
    LENGTH("length", "len", "size", "长度", "字段长度", "最大长度"),
    REQUIRED("required", "mandatory", "must", "mo", "必填", "是否必填", "必输", "是否必输", "必选"),
    REMARK("remark", "remarks", "note", "comment", "备注", "取值说明"),
    OPERATION("operation", "transaction", "interface", "service", "交易", "交易名称", "接口", "接口名称", "业务"),
    PART("direction", "part", "inout", "方向", "输入输出", "请求响应");

    private final List<String> words;

    Column(String... words) {
        this.words = List.of(words);
    }

    static Optional<Column> of(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_/*()（）:：-]", "");
        return Arrays.stream(values()).filter(c -> c.words.contains(plain)).findFirst();
    }
}
