package io.jinqiao.workbench.partner;

import java.util.List;
import java.util.regex.Pattern;

/** The first page of a new partner's folder: nothing is known yet, and what has to be asked is a list. */
final class NewReadme {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+):");

    private NewReadme() {}

    /** @param adapter text of the new {@code adapter.yaml} */
    static String of(String id, String like, String adapter) {
        List<String> addresses = PLACEHOLDER.matcher(adapter).results().map(found -> "`" + found.group(1) + "`").distinct().toList();
        return TEXT.replace("{id}", id).replace("{like}", like).replace("{addresses}", String.join(", ", addresses));
    }

    private static final String TEXT = """
            # {id}: 名称待填 (name to be filled in)

            Made by `new-partner {id} --like {like}`. Everything here is {like}'s until somebody read {id}'s own specification and changed it.
            由 `new-partner {id} --like {like}` 生成；在按 {id} 自己的接口规范核对之前，内容均为 {like} 的约定。

            ## Where this is from / 来源

            | part | source | mark |
            |---|---|---|
            | all of it | copied from `adapters/{like}`, no document of {id} was read | to be agreed |

            ## Open questions / 待确认

            - [ ] Who is it: names in both languages, title, version and date of the specification (`adapter.yaml`). / 名称、规范的标题、版本、收到日期。
            - [ ] Addresses of their test system and ours: {addresses}; both firewalls. / 测试环境地址，双方防火墙。
            - [ ] Certificates: who issues theirs, who ours; aliases in `adapter.yaml`. / 证书由谁签发。
            - [ ] Signature: algorithm, over which bytes, raw or DER, Base64 or hex, the SM2 user id of each direction. / 签名算法、签名原文、格式、双向 SM2 用户标识。
            - [ ] Charset, and how a character it lacks is written. / 字符集与生僻字。
            - [ ] Their transaction codes or paths (`operations`), field names and lengths (`mapping/`): characters or bytes? / 交易码、字段名、长度按字符还是字节。
            - [ ] Their code tables (`mapping/code-tables.yaml`) and return codes (`codes.yaml`): which say that the outcome is unknown? / 代码表与返回码，哪些表示结果未知。
            - [ ] Merchant, application or customer numbers (`wire`). / 商户号、应用号、客户号。
            - [ ] Service hours, largest message, how long an answer may take. / 服务时间、最大报文、应答时限。
            - [ ] Status enquiry: how is an outcome asked for, how long is it kept? / 状态查询方式与保留时间。
            - [ ] Example messages of their own, byte for byte, in place of `samples/`; `samples {id}` writes ours anew from the tables. / 以对方样例报文替换 `samples/`。

            ## Known deviations / 已知差异

            None is known: nothing was compared yet. / 尚未比对。
            """;
}
