package io.jinqiao.workbench.doctor;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * What can be wrong, in the order in which it is looked at: whatever is nearer to us is named first, since it hides what lies behind it.
 * {@code {0}} and the like are names from configuration, never content. {@code docs/doctor.md} is checked against this list.
 */
public enum Cause {
    // the folder and the settings
    FOLDER_BROKEN("合作方目录有误：{0}", "The partner's folder has a fault: {0}", "按所示文件和行号更正；`check` 会列出全部问题", "Correct it at the place shown; `check` lists every problem"),
    SETTING_MISSING("未配置 {0}", "The setting {0} is missing", "在环境变量或配置文件中给出 {0}", "Give {0} in the environment or the configuration file"),
    ADDRESS_MALFORMED("地址写法有误：{0}", "The address is no address: {0}", "写成 https://主机:端口（末尾无斜杠），TCP 写成 主机:端口", "Write https://host:port without a slash at the end, for TCP host:port"),
    ALIAS_MISSING("没有登记别名 {0}", "Nothing is configured under the alias {0}", "配置 jinqiao.keys.{0}.path（我方密钥）或 jinqiao.certificates.{0}（对方证书），或更正 adapter.yaml 中的别名", "Configure jinqiao.keys.{0}.path (a key of ours) or jinqiao.certificates.{0} (a certificate of theirs), or correct the alias in adapter.yaml"),
    FILE_MISSING("找不到 {0} 的文件", "The file of {0} is not there", "核对路径（相对于 jinqiao.home）与读取权限：{1}", "Check the path (relative to jinqiao.home) and the permission to read it: {1}"),
    KEY_PASSWORD_WRONG("{0} 的密钥库口令不对", "The password of the key store of {0} is wrong", "核对 jinqiao.keys.{0}.password 或 password-file 的第一行（末尾空格也算）", "Check jinqiao.keys.{0}.password or the first line of the password file (blanks at its end count)"),
    FILE_UNREADABLE("{0} 的文件不是所需的形式", "The file of {0} is not of the form it should have", "密钥须为只含一把私钥的 PKCS#12，证书须为一张 PEM 或 DER 证书：{1}", "A key is PKCS#12 with one private key, a certificate is one PEM or DER certificate: {1}"),
    KEY_AND_CERTIFICATE_APART("{0} 的私钥与证书不是一对", "The private key and the certificate of {0} do not belong together", "用签发该证书时的私钥重新制作密钥库，或为这把私钥申请证书", "Make the key store anew with the private key the certificate was issued for, or have a certificate issued for this key"),
    KEYS_SWAPPED("{0} 与 {1} 互换了", "{0} and {1} are swapped", "把两个别名（或其文件）对调", "Exchange the two aliases, or their files"),
    KEY_KIND_WRONG("{0} 的算法不是约定的 {1}", "{0} is a key for another algorithm than the agreed {1}", "更正 adapter.yaml 中的别名，或配置该算法的密钥", "Correct the alias in adapter.yaml, or configure a key for that algorithm"),
    ENCRYPTION_CERTIFICATE_SIGNS("{0} 是加密证书，却用于签名", "{0} is an encryption certificate and is used for signing", "改用签名证书（密钥用途 digitalSignature）", "Use the signing certificate (key usage digitalSignature)"),
    SIGNING_CERTIFICATE_SEALS("{0} 是签名证书，却用于数字信封", "{0} is a signing certificate and is used for digital envelopes", "改用加密证书（密钥用途 keyEncipherment）", "Use the encryption certificate (key usage keyEncipherment)"),
    TEST_KEY_IN_PRODUCTION("生产环境用了测试密钥 {0}", "The test key {0} is used in production", "换成生产证书；测试密钥绝不发往生产地址", "Put the production certificate in its place; a test key never goes to a production address"),
    CLOCK("双方时钟相差 {0}", "The clocks are {0} apart", "先校准我方 NTP 与时区；若我方无误，请对方校时", "Check our NTP and time zone first; if ours is right, ask them to set theirs"),
    CERTIFICATE_EXPIRED("证书 {0} 已过期（{1}）", "The certificate {0} expired ({1})", "换证：登记新证书，必要时新旧并存", "Renew it: register the new one, beside the old one while they overlap"),
    CERTIFICATE_NOT_YET_VALID("证书 {0} 尚未生效（{1}）", "The certificate {0} is not valid yet ({1})", "到期前仍用旧证书，生效后再换", "Stay with the old one until then"),
    CERTIFICATE_REVOKED("证书 {0} 已被吊销", "The certificate {0} was revoked", "停止使用，向其所有者索取新证书并核实原因", "Stop using it, ask its owner for a new one and for the reason"),
    CERTIFICATE_WEAK("证书 {0} 的算法或长度不够（{1}）", "An algorithm or key of the certificate {0} is too weak ({1})", "请其签发机构换发", "Have it issued anew"),
    CHAIN_BROKEN("{0} 的证书链到不了受信任的根（签发者 {1}）", "The certificate {0} leads to no trusted root (issuer {1})", "把签发该证书的 CA 根及中间证书加入 jinqiao.trust.anchors；若不是约定的 CA，请换证书", "Add its issuing root and intermediates to jinqiao.trust.anchors; if that is not the agreed CA, get another certificate"),
    CRL_OUT_OF_REACH("吊销列表取不到：{0}", "The revocation list cannot be had: {0}", "放通到 CRL 地址的访问或更正 jinqiao.crls：{1}", "Open the way to the address of the list, or correct jinqiao.crls: {1}"),
    CRL_OVERDUE("吊销列表已过下次更新时间：{0}", "The revocation list is overdue: {0}", "请 CA 发布新列表，核对更新任务", "Have the CA publish a new one, and look at what fetches it"),
    SERVICE_HOURS("现在不在服务时间内，{0} 开放", "It is outside their service hours; they open at {0}", "届时再查；若时间有变，更正 service-hours", "Look again then; if the hours have changed, correct service-hours"),

    // the connection
    NAME_UNKNOWN("域名解析不了：{0}", "The name is unknown: {0}", "核对主机名、DNS 或 hosts（专线域名常只在内网解析）", "Check the name, DNS or hosts (names of leased lines often resolve inside only)"),
    CONNECTION_REFUSED("{0} 拒绝连接", "{0} refuses connections", "核对地址和端口；请对方确认服务已启动", "Check address and port; ask them whether the service runs"),
    SOURCE_NOT_ADMITTED("我方源地址未被放行：{0}", "Our source address is not admitted: {0}", "把 --site-sheet 交给双方防火墙管理员，放行我方出口地址（注意 NAT 后的地址）", "Give --site-sheet to both firewall teams and have our outgoing address admitted (the one behind NAT)"),
    NO_ROUTE("没有到 {0} 的路由", "There is no route to {0}", "核对专线、路由和出口网关", "Check the line, the routes and the outgoing gateway"),
    ENDPOINT_NOT_TLS("{0} 不讲 TLS", "{0} does not speak TLS", "核对端口；若约定经前置机明文连接，去掉该通道的 our-identity", "Check the port; where plain connections to a front end are agreed, take our-identity of the channel away"),
    PORT_SILENT("{0} 接受连接后一言不发：TLS 握手 {1} 内没有任何应答", "{0} takes the connection and then says nothing: no byte of a TLS handshake within {1}", "核对端口是否业务端口；请对方看服务是否卡住，中间的负载均衡或防火墙是否只接不转", "Check that it is the port of the service; have them see whether the service hangs, or a load balancer or firewall between accepts and does not forward"),
    TLS_VERSION("TLS 版本或套件谈不拢：{0}", "No TLS version or cipher suite in common: {0}", "请对方启用 TLS 1.2 或 1.3；我方不降级", "Have them enable TLS 1.2 or 1.3; we do not go below"),
    TLS_NAME("服务器证书不含 {0} 这个名字", "The certificate of the server does not name {0}", "用证书中的名字连接（{1}），或在 their-identities 登记该证书", "Connect by a name in it ({1}), or pin it in their-identities"),
    SERVER_CERTIFICATE_OTHER("服务器出示的不是登记的证书，而是 {0}", "The server shows another certificate than the registered one: {0}", "核对地址；若对方已换证，核实指纹后登记到 their-identities", "Check the address; if they renewed it, verify its fingerprint and pin it in their-identities"),
    SERVER_CA_MISSING("不认识服务器证书的签发者 {0}", "The issuer of the certificate of the server is unknown: {0}", "取得该 CA 证书，核实后加入 jinqiao.trust.anchors", "Get that CA certificate, verify it, and add it to jinqiao.trust.anchors"),
    CLIENT_CERTIFICATE_NOT_SENT("对方要客户端证书，我方没有出示", "They ask for a client certificate and we show none", "在该通道写上 our-identity", "Name our-identity in the channel"),
    CLIENT_CERTIFICATE_REFUSED("对方不接受我方客户端证书（{0}）", "They refuse our client certificate ({0})", "请对方登记 {1} 的证书及其签发 CA；序列号和指纹见 --site-sheet", "Have them register the certificate of {1} and its CA; serial and fingerprint are on --site-sheet"),

    // the application
    PATH_UNKNOWN("对方没有这个路径或交易码：{0}", "They have no such path or transaction code: {0}", "核对基础地址（前缀、末尾斜杠）与 operations 中的 code", "Check the base address (prefix, slash at the end) and the code under operations"),
    HTTP_FORBIDDEN("对方网关拒绝访问（HTTP {0}）", "Their gateway forbids it (HTTP {0})", "请对方在网关放行我方源地址、客户端证书和应用", "Have them admit our source address, client certificate and application at the gateway"),
    THEIR_GATEWAY_DOWN("对方后台不可用（HTTP {0}）", "Their back end is not available (HTTP {0})", "请对方查看其网关与后台；我方无需改动", "Have them look at their gateway and back end; nothing to change here"),
    LENGTH_COUNTS("报文头长度的算法不一致：{0}", "What the length in the header counts differs: {0}", "更正 wire.frame.counts", "Correct wire.frame.counts"),
    PARTNER_SILENT("连接成立，对方 {0} 内没有答复", "The connection stands, but no answer came within {0}", "请对方按我方报文编号查日志；核对报文头与长度约定", "Have them look for our message number in their logs; compare the header and what its length counts"),
    CHARSET("对方用 {0}，约定的是 {1}", "They write {0}, agreed is {1}", "更正 adapter.yaml 的 charset，或请对方改", "Correct charset in adapter.yaml, or have them change"),
    ANSWER_UNREADABLE("对方答复不是约定的形式：{0}", "Their answer is not of the agreed form: {0}", "对照样例与对方规范；常见于中间设备的错误页", "Compare with the samples and their specification; often an error page of a device between"),
    ANSWER_UNSIGNED("对方答复没有签名", "Their answer is not signed", "请对方对答复签名；若约定只认通道，使用 CHANNEL", "Have them sign answers; where only the channel is agreed, use CHANNEL"),
    THEIR_USER_ID("对方签名用的 SM2 用户标识是 \"{0}\"", "They sign with the SM2 user id \"{0}\"", "更正 their-user-id", "Correct their-user-id"),
    SIGNATURE_FORM("签名形式实为 {0}", "The form of signatures is {0}", "更正签名 profile 的 form 与 text", "Correct form and text of the signing profile"),
    DIGEST_TWICE("对方把摘要再做了一次摘要（{0}）", "They take the digest of a digest ({0})", "请对方直接对待签名串签名，不要先算摘要", "Have them sign the signing input itself, not its digest"),
    REINDENTED("对方对重新排版的报文签名或验签（{0}）", "They sign or verify a message laid out anew ({0})", "请对方对线上原始字节签名和验签，不要先解析再输出", "Have them sign and verify the bytes of the wire, without parsing and writing them first"),
    FIELD_ORDER("待签名串的字段顺序不一致（对方：{0}）", "The order of the signing input differs (theirs: {0})", "与对方核对待签名串的拼接规则和 samples 中的 signing-input", "Compare the rule of the signing input with them, and the signing-input files in samples"),
    THEIR_KEY_OTHER("对方用 {0} 签名，登记的是 {1}", "They sign with {0}, registered is {1}", "核对是否装错文件或对方已换密钥；核实后更正 their-certificates", "See whether files were mixed up or they changed their key; then correct their-certificates"),
    THEIR_SIGNATURE_UNKNOWN("对方签名用登记的证书验不过", "Their signature verifies with no registered certificate", "向对方索取现用签名证书、SM2 用户标识和一份带待签名串的样例", "Ask for their current signing certificate, SM2 user id and a sample with its signing input"),
    ENVELOPE_ORDER("数字信封的密文结构实为 {0}", "The wrapped key of the envelope is written as {0}", "更正 wire.sealing 的 order 与 wrapping", "Correct order and wrapping in wire.sealing"),
    ENVELOPE_KEY("数字信封用错了证书（{0}）", "The envelope is made for another certificate ({0})", "双方交换加密证书（不是签名证书）并核对指纹", "Exchange encryption certificates (not the signing ones) and compare fingerprints"),
    OUR_USER_ID("对方按 SM2 用户标识 \"{0}\" 验我方签名", "They verify our signatures with the SM2 user id \"{0}\"", "更正 our-user-id", "Correct our-user-id"),
    OUR_KEY_OTHER("对方登记的是我方 {0} 的证书", "They have registered our certificate {0}", "更正 our-key，或请对方改登记", "Correct our-key, or have them register the right one"),
    OUR_KEY_UNKNOWN_THERE("对方没有登记我方现用的签名证书 {0}", "They have not registered our present signing certificate {0}", "把证书（序列号和指纹见 --site-sheet）再交给对方登记", "Give them the certificate again (serial and fingerprint are on --site-sheet)"),
    OUR_SIGNATURE_MISSING("对方要签名，我方没有签", "They want a signature and we make none", "把 signing.ours 改为约定的签名 profile", "Set signing.ours to the agreed profile"),
    APPLICATION_ID("应用号或商户号不对：{0}", "The application or merchant id is wrong: {0}", "按对方发的开通单更正 wire.request.constants 的 out", "Correct out in wire.request.constants after what they issued"),
    FIELD_DISAGREED("对方不认报文字段：{0}", "They do not accept a field: {0}", "与对方核对状态查询的字段表", "Compare the field table of the status enquiry with them"),
    SERIAL_REUSED("对方说报文编号已经用过", "They say the message number was used before", "查找是否有另一套系统或恢复的备份在用同一编号段", "Look for another system or a restored backup that uses the same numbers"),
    OPERATION_OFF("对方尚未开通该业务", "They have not put the operation into service", "请对方开通，核对生效日期", "Have them switch it on, and compare the date"),
    DAY_END("对方暂不受理（日终或批处理）", "They take nothing at present (day end or batch)", "日终后再查；与对方约定 service-hours", "Look again after their day end; agree on service-hours"),
    CODE_UNSEEN("对方返回了未登记的代码 {0}", "They answered with the unregistered code {0}", "问明含义后写入 codes.yaml", "Ask what it means and add it to codes.yaml"),
    REFUSED_OTHERWISE("对方拒绝：{0}", "They refuse: {0}", "按对方说明处理", "Follow what they say"),

    // the server of files
    SFTP_KEY_MISSING("没有登记 SFTP 私钥 {0}", "No SFTP key is configured under the alias {0}", "配置 jinqiao.files.keys.{0}（私钥文件），或更正 files 下的 our-key", "Configure jinqiao.files.keys.{0} (the file of the private key), or correct our-key under files"),
    SFTP_KEY_UNREADABLE("SFTP 私钥 {0} 不是所需的形式", "The SFTP key {0} is not of the form it should have", "须为不带口令的 OpenSSH 或 PEM 私钥：{1}", "An OpenSSH or PEM private key without a passphrase is needed: {1}"),
    SFTP_NOT_SSH("{0} 不讲 SSH", "{0} does not speak SSH", "核对文件服务器的地址与端口", "Check address and port of the server of files"),
    SFTP_HOST_KEY_OTHER("{0} 出示的主机公钥不是登记的，而是 {1}", "{0} shows another host key than the registered one: {1}", "核对地址；请对方经另一途径确认指纹，无误后更正 their-host-key；未确认前绝不更改", "Check the address; have them confirm the fingerprint on another way, and only then correct their-host-key"),
    SFTP_HOST_KEY_UNKNOWN("没有登记 {0} 的主机公钥（对方出示 {1}）", "The host key of {0} is not registered (they show {1})", "向对方索取主机公钥，核对指纹后写入 their-host-key", "Get their host key, compare its fingerprint, and set their-host-key"),
    SFTP_HANDSHAKE("与 {0} 的 SSH 协商失败：{1}", "SSH with {0} cannot be agreed on: {1}", "与对方核对 SSH 版本和算法", "Compare SSH versions and algorithms with them"),
    SFTP_LOGIN_REFUSED("{0} 不让用户 {1} 登录", "{0} does not let the user {1} in", "请对方为该用户登记 {2} 的公钥（ssh-keygen -y -f 私钥文件），并核对用户名", "Have them register the public key of {2} for this user (ssh-keygen -y -f FILE), and check the user name"),
    SFTP_FOLDER_MISSING("文件服务器上没有目录 {0}", "There is no folder {0} on the server of files", "更正 files 下的 inbox、results，或请对方建立该目录", "Correct inbox or results under files, or have them make the folder"),
    SFTP_RIGHTS("在文件服务器的目录 {0} 中缺少权限（{1}）", "We lack a right in the folder {0} of the server of files ({1})", "请对方给用户 {2} 授权：读取、写入、改名、删除（答复后我方移走文件与标志）", "Have them grant the user {2}: reading, writing, renaming, deleting (answered files and their markers are moved away)");

    private final String chinese;
    private final String english;
    private final String chineseFix;
    private final String englishFix;

    Cause(String chinese, String english, String chineseFix, String englishFix) {
        this.chinese = chinese;
        this.english = english;
        this.chineseFix = chineseFix;
        this.englishFix = englishFix;
    }

    /** Its name on pages and in files, such as {@code clock}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String text(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    public String fix(Locale locale) {
        return locale.getLanguage().equals("zh") ? chineseFix : englishFix;
    }

    static String filled(String pattern, List<String> facts) {
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(facts.toArray());
    }
}
