package io.jinqiao.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The one catalogue of refusals and failures. {@code docs/failures.md} is checked against this enum.
 *
 * <p>Texts are {@link java.text.MessageFormat} patterns (double an apostrophe); they say what is wrong and what to do.
 * {@link #passing()} failures may succeed when tried again unchanged, so their answers are never stored.
 */
public enum FailureCode {
    // --- envelope and frame
    FRAME_UNREADABLE("envelope.unreadable", Kind.DEFINITE, "报文无法读取：{0}", "The message cannot be read: {0}"),
    FRAME_TOO_LARGE("envelope.too_large", Kind.DEFINITE, "报文超过 {0} 字节上限", "The message is larger than the limit of {0} bytes"),
    FRAME_TOO_DEEP("envelope.too_deep", Kind.DEFINITE, "报文嵌套超过 {0} 层", "The message is nested deeper than {0} levels"),
    CHARSET_WRONG("envelope.charset_wrong", Kind.DEFINITE, "报文不是合法的 {0} 编码（第 {1} 字节起）", "The message is not valid {0} (from byte {1})"),
    MEMBER_DUPLICATE("envelope.member_duplicate", Kind.DEFINITE, "字段重复出现：{0}", "The member {0} appears more than once"),
    PARTNER_UNKNOWN("envelope.partner_unknown", Kind.DEFINITE, "未登记的合作方", "This partner is not known here"),
    METHOD_WRONG("envelope.method_wrong", Kind.DEFINITE, "请求方法不符：只接受 {0}", "Wrong request method: only {0} is taken here"),
    OPERATION_UNKNOWN("envelope.operation_unknown", Kind.DEFINITE, "未约定的业务：{0}；已约定：{1}", "Operation {0} is not agreed; agreed: {1}"),
    EDITION_WRONG("envelope.edition_wrong", Kind.DEFINITE, "业务编码 {0} 属于 {1} 版，约定的是 {2} 版", "The business code {0} is of edition {1}; agreed is edition {2}"),
    ENVELOPE_FIELD_MISSING("envelope.field_missing", Kind.DEFINITE, "报文头缺少 {0}", "The envelope lacks {0}"),
    SEAL_UNREADABLE("envelope.seal_unreadable", Kind.DEFINITE, "数字信封无法打开；请核对接收方加密证书（不是签名证书）、C1/C2/C3 顺序、密钥密文写法、SM4 模式与填充", "The digital envelope cannot be opened; check the recipient''s encryption certificate (not the signing one), the order of C1, C2 and C3, how the wrapped key is written, the SM4 mode and its padding"),
    // --- signature and certificate
    SIGNATURE_INVALID("signature.invalid", Kind.ALARM, "签名验证不通过；请核对待签名串、密钥和 SM2 用户标识", "The signature does not verify; check the signing input, the key and the SM2 user id"),
    SIGNATURE_MALFORMED("signature.malformed", Kind.ALARM, "签名格式不符合约定（{0}）", "The signature is not in the agreed form ({0})"),
    SIGNATURE_MISSING("signature.missing", Kind.ALARM, "报文未签名", "The message is not signed"),
    SIGNATURE_NOT_COVERING("signature.not_covering", Kind.ALARM, "签名没有覆盖报文的正文与时间戳", "The signature does not cover the body and the time-stamp of the message"),
    SIGNATURE_LAYOUT("signature.layout_changed", Kind.ALARM, "报文签名后被重新排版（缩进或换行改变），{0} 不再对应；请发送签名时的原文", "The message was laid out anew (indented, or its line ends changed) after it was signed, so {0} does not fit any more; send the bytes that were signed"),
    SIGNER_KEY_PUBLIC("signature.key_public", Kind.ALARM, "签名所用私钥已公开，人人可签，不能证明来源", "The key of this signature is known to the public: anybody can sign with it"),
    SIGNER_NOT_PINNED("signature.signer_not_pinned", Kind.ALARM, "签名证书不是为该合作方登记的证书", "The signing certificate is not one registered for this partner"),
    CERTIFICATE_EXPIRED("certificate.expired", Kind.ALARM, "证书已过期（{0}）", "The certificate expired at {0}"),
    CERTIFICATE_NOT_YET_VALID("certificate.not_yet_valid", Kind.ALARM, "证书尚未生效（{0}）", "The certificate is not valid before {0}"),
    CERTIFICATE_REVOKED("certificate.revoked", Kind.ALARM, "证书已被吊销（{0}）", "The certificate was revoked at {0}"),
    CERTIFICATE_WRONG_USAGE("certificate.wrong_usage", Kind.ALARM, "证书密钥用途不允许{0}", "The certificate''s key usage does not allow {0}"),
    CERTIFICATE_UNTRUSTED("certificate.untrusted", Kind.ALARM, "证书链无法追溯到受信任的根", "The certificate does not chain to a trusted root"),
    CERTIFICATE_STATUS_UNKNOWN("certificate.status_unknown", Kind.PASSING, "无法取得吊销列表且已超过宽限期", "No revocation list within the allowed grace"),
    CERTIFICATE_DEVELOPMENT("certificate.development", Kind.ALARM, "测试证书不得用于此环境", "A development certificate is not accepted here"),
    CERTIFICATE_WEAK("certificate.weak", Kind.ALARM, "证书算法或密钥强度不足（{0}）", "An algorithm or key of the certificate chain is too weak or unknown ({0})"),
    CHANNEL_IDENTITY_MISMATCH("channel.identity_mismatch", Kind.ALARM, "传输通道的客户端证书不属于该合作方", "The client certificate of the connection does not belong to this partner"),
    MESSAGE_OUTSIDE_WINDOW("freshness.outside_window", Kind.DEFINITE, "报文时间戳超出允许的 {0} 时间窗；请校时后以新时间戳重新签名", "The time stamp is outside the allowed window of {0}; correct the clock and sign again"),
    NONCE_REUSED("freshness.nonce_reused", Kind.ALARM, "报文编号已被另一内容使用", "This message number was already used with other content"),
    SESSION_EXPIRED("session.expired", Kind.DEFINITE, "会话令牌缺失、无效或已过期；请重新开立会话，以新令牌重新签名后再发", "The session token is missing, unknown or expired; open a session, then sign and send again with the new token"),
    MESSAGE_UNKNOWN("once.message_unknown", Kind.DEFINITE, "没有收到过该编号的报文", "No message with this number ever arrived"),
    // --- content
    FIELD_MISSING("field.missing", Kind.DEFINITE, "必填字段缺失", "A required field is missing"),
    FIELD_TOO_LONG("field.too_long", Kind.DEFINITE, "超过 {0} 的长度上限", "Longer than the limit of {0}"),
    FIELD_EMPTY("field.empty", Kind.DEFINITE, "不得为空文本", "Must not be an empty text"),
    FIELD_WRONG_FORM("field.wrong_form", Kind.DEFINITE, "格式不符：应为 {0}", "Wrong form: expected {0}"),
    FIELD_UNEXPECTED("field.unexpected", Kind.DEFINITE, "未约定的字段", "This field is not agreed"),
    CODE_UNKNOWN("field.code_unknown", Kind.DEFINITE, "未知代码；可用：{0}", "Unknown code; known: {0}"),
    CHECK_DIGIT_WRONG("field.check_digit_wrong", Kind.DEFINITE, "{0}校验位不正确", "The check digit of the {0} is wrong"),
    AMOUNT_PRECISION("field.amount_precision", Kind.DEFINITE, "金额最多 {0} 位小数", "An amount has at most {0} decimals"),
    AMOUNT_NEGATIVE("field.amount_negative", Kind.DEFINITE, "金额不得为负数；应在 {0} 至 {1} 分之间", "An amount must not be negative; it must lie between {0} and {1} fen"),
    AMOUNT_OUT_OF_RANGE("field.amount_out_of_range", Kind.DEFINITE, "金额应在 {0} 至 {1} 分之间", "The amount must lie between {0} and {1} fen"),
    NUMBER_OUT_OF_RANGE("field.number_out_of_range", Kind.DEFINITE, "数值应在 {0} 至 {1} 之间", "The number must lie between {0} and {1}"),
    TOO_MANY_ROWS("field.too_many_rows", Kind.DEFINITE, "行数应在 {0} 至 {1} 之间", "The number of rows must lie between {0} and {1}"),
    FIELDS_DISAGREE("field.disagree", Kind.DEFINITE, "与 {0} 不一致", "Does not agree with {0}"),
    // --- files
    FILE_EMPTY("file.empty", Kind.DEFINITE, "文件为空", "The file is empty"),
    FILE_NAME_UNKNOWN("file.name_unknown", Kind.DEFINITE, "文件名不符合约定：应为 {0}", "The name of the file is not agreed; expected {0}"),
    FILE_NAME_DISAGREES("file.name_disagrees", Kind.DEFINITE, "文件头与文件名不一致：文件名为 {0}", "The head is not that of the file''s name, which says {0}"),
    FILE_TRUNCATED("file.truncated", Kind.DEFINITE, "文件不完整：缺少 {0}", "The file is not complete: {0} is missing"),
    FILE_LINE_TOO_LONG("file.line_too_long", Kind.DEFINITE, "一行超过 {0} 字节", "A line is longer than {0} bytes"),
    FILE_LINE_END("file.line_end", Kind.DEFINITE, "换行符与约定（{0}）不一致", "The end of the line is not the agreed {0}"),
    FILE_BYTE_ORDER_MARK("file.byte_order_mark", Kind.DEFINITE, "文件以字节顺序标记（BOM）开头，请去除", "The file begins with a byte order mark; write it without"),
    FILE_ROW_UNREADABLE("file.row_unreadable", Kind.DEFINITE, "该行无法分栏：应为 {0}，实为 {1}", "The line does not divide into its columns: expected {0}, found {1}"),
    FILE_AFTER_TRAILER("file.after_trailer", Kind.DEFINITE, "文件尾之后还有内容", "There is more after the trailer"),
    FILE_COUNT_WRONG("file.count_wrong", Kind.DEFINITE, "笔数不符：文件注明 {0}，实有 {1}", "The count is wrong: the file says {0}, it has {1}"),
    FILE_TOTAL_WRONG("file.total_wrong", Kind.DEFINITE, "合计不符：文件注明 {0} 分，实为 {1} 分", "The total is wrong: the file says {0} fen, its rows have {1}"),
    FILE_HASH_WRONG("file.hash_wrong", Kind.ALARM, "{0} 摘要与文件内容不符", "The {0} hash is not that of the file"),
    FILE_TOO_LARGE("file.too_large", Kind.DEFINITE, "文件超过 {0} 字节上限", "The file is larger than the limit of {0} bytes"),
    FILE_CHANGED("file.changed", Kind.PASSING, "文件在读取时被改动；请写完后再放标记文件", "The file changed while it was read; put the marker only after it is written"),
    // --- service
    OPERATION_NOT_IN_SERVICE("operation.not_in_service", Kind.DEFINITE, "该业务尚未开通：{0}；请待中心通知后再发", "Operation {0} is not in service yet; wait for the centre''s notice, then send it in a new message"),
    // --- once
    KEY_CONFLICT("once.key_conflict", Kind.DEFINITE, "同一业务编号已用于另一内容", "This business key was already used with other content"),
    // --- gates and business
    NO_STANDING("gate.no_standing", Kind.DEFINITE, "该银行目前不具备承办贷款资格（{0}）", "The bank has no standing to take new applications ({0})"),
    STANDING_CAPPED("gate.standing_capped", Kind.DEFINITE, "该银行承办额度已满（{0}）", "The bank has reached its cap ({0})"),
    ASSESSMENT_FORBIDDEN("assessment.forbidden", Kind.DEFINITE, "考核期的状态不允许：{0}", "The state of the period of assessment does not allow it: {0}"),
    ASSESSMENT_SCHEME_CHANGED("assessment.scheme_changed", Kind.DEFINITE, "考核办法 {0} 与冻结时所用文本不一致；请恢复原文件，修改应另立新版本", "The scheme {0} is no longer the text the period was frozen under; put the file back, a change is another version"),
    LOAN_KIND_UNSUPPORTED("loan.kind_unsupported", Kind.DEFINITE, "暂不受理此类贷款：{0}", "This kind of loan is not taken for now: {0}"),
    AUTHORISATION_MISSING("gate.authorisation_missing", Kind.DEFINITE, "缺少当事人当日有效的授权：{0}", "A party has no authorisation in force on the day: {0}"),
    RISK_REFUSED("risk.refused", Kind.DEFINITE, "不符合办理要件：{0}", "A condition for acceptance is not met: {0}"),
    LOAN_UNKNOWN("loan.unknown", Kind.DEFINITE, "没有这笔申请", "There is no such application"),
    LOAN_PAYMENT_UNKNOWN("loan.payment_unknown", Kind.DEFINITE, "该贷款没有这笔放款", "This loan has no such payment"),
    LOAN_STATE_FORBIDS("loan.state_forbids", Kind.DEFINITE, "当前状态（{0}）不允许此操作", "The present state ({0}) does not allow this"),
    CONTRACT_DIFFERS("loan.contract_differs", Kind.DEFINITE, "与生效审批意见不一致", "Differs from the opinion in force"),
    OPINION_UNKNOWN("opinion.unknown", Kind.DEFINITE, "没有这份审批意见", "There is no such opinion"),
    OPINION_NOT_IN_FORCE("opinion.not_in_force", Kind.DEFINITE, "审批意见已不再有效（{0}）；请勿使用", "The opinion is not in force any more ({0}); do not use it"),
    OPINION_NUMBER_TAKEN("opinion.number_taken", Kind.DEFINITE, "审批意见编号已用于另一内容", "The number of the opinion was already used for another approval"),
    OPINION_UNPRINTABLE("opinion.unprintable", Kind.DEFINITE, "含审批意见字体没有的字符 {0}，无法打印；请与中心商定代用字", "Has characters the opinion''s font lacks ({0}); agree on a substitute with the centre"),
    OPINION_SEAL_INVALID("opinion.seal_invalid", Kind.DEFINITE, "该电子印章不可用：{0}", "This electronic seal cannot be used: {0}"),
    OPINION_SEAL_STATE("opinion.seal_state", Kind.DEFINITE, "印章当前状态（{0}）不允许此操作", "The state of the seal ({0}) forbids this"),
    OPINION_SEAL_MISSING("opinion.seal_missing", Kind.PASSING, "没有已启用且在有效期内的电子印章；请先由两人启用印章", "No electronic seal is enabled and valid; two people must enable one first"),
    DUTIES_NOT_SEPARATED("gate.two_people", Kind.DEFINITE, "须由另一人办理", "Another person must do this"),
    LOAN_CHANGED_MEANWHILE("loan.changed_meanwhile", Kind.PASSING, "该申请刚被另一操作更新；请重试", "The application was just changed by somebody else; try again"),
    ALREADY_ANSWERED("gate.already_answered", Kind.DEFINITE, "该提议已有人答复", "Somebody has answered this proposal already"),
    STANDING_LAPSED("gate.standing_lapsed", Kind.DEFINITE, "该资格提议已于 {0} 失效，请重新提议", "The proposal about the bank''s standing lapsed on {0}; propose it again"),
    STANDING_NOTICE("gate.standing_notice", Kind.DEFINITE, "限制资格的决定须提前告知银行，最早可自 {0} 生效；请重新提议", "A decision that takes something from a bank is announced first: it may hold from {0} at the earliest; propose it again"),
    ATTACHMENTS_MISSING("gate.attachments_missing", Kind.DEFINITE, "附件尚未到齐：{0}", "Attachments are still missing: {0}"),
    CONFIRMATION_MISSING("gate.confirmation_missing", Kind.DEFINITE, "批准内容与申请不同，缺少借款人确认书（{0}）", "Approved differs from applied for; the borrower''s confirmation ({0}) is not on file"),
    CASE_UNKNOWN("registration.case_unknown", Kind.DEFINITE, "没有这宗登记申请", "There is no such case of registration"),
    ENTRY_NOT_AS_APPLIED("registration.entry_not_as_applied", Kind.DEFINITE, "所登簿的与申请不符（{0}），不能认定登记有效：请登记机构更正后告知，或认定 stands-no-more 后重新申请", "What was entered is not what was applied for ({0}) and cannot be found to stand: have the registry correct it and tell so, or say stands-no-more and apply anew"),
    TITLE_MISSING("registration.title_missing", Kind.DEFINITE, "存量房办理抵押登记须填不动产权证号（titleNo）；一次到访的申请表不含此项，请另报 mortgage-application", "An existing home is registered by the number of its title certificate (titleNo), which a loan application does not carry: send mortgage-application with it"),
    REGISTRY_LACKS_OPERATION("registration.not_offered", Kind.DEFINITE, "登记机构不提供此业务（{0}）；请到其窗口办理", "The registry does not offer this ({0}); do it at its counter"),
    SECURITY_INCOMPLETE("gate.security_incomplete", Kind.DEFINITE, "担保尚未落实：{0}", "The security is not complete: {0}"),
    ATTACHMENT_NOT_EXPECTED("attachment.not_expected", Kind.DEFINITE, "该附件未在申请或补件中列明", "This attachment is listed neither in the application nor in a supplement"),
    ATTACHMENT_TOO_LARGE("attachment.too_large", Kind.DEFINITE, "共 {0} 字节，登记机构最多收 {1} 字节；请以较低分辨率重新扫描或减少页数", "Has {0} bytes, the registry takes {1} at most; scan again at a lower resolution, or fewer pages"),
    ATTACHMENT_DIGEST_WRONG("attachment.digest_wrong", Kind.DEFINITE, "附件摘要与内容不符", "The digest does not match the attachment"),
    // --- the ledger of repayments
    REPAYMENT_ACCOUNT_UNKNOWN("repayment.account_unknown", Kind.DEFINITE, "该行名下没有此贷款账号", "This bank keeps no such loan account"),
    REPAYMENT_DATE_IMPLAUSIBLE("repayment.date_implausible", Kind.DEFINITE, "日期应在 {0} 至 {1} 之间", "The date must lie between {0} and {1}"),
    REPAYMENT_INSTALMENT_UNEXPECTED("repayment.instalment_unexpected", Kind.DEFINITE, "期次与应还日期不符合该贷款的还款计划；该期应还日为 {0}，最多提前 31 天报送", "No such instalment falls due; this one is due on {0} and is told of 31 days before at most"),
    REPAYMENT_ROW_TWICE("repayment.row_twice", Kind.DEFINITE, "同一贷款、期次和记账日期在文件中出现多次", "The same loan, instalment and accounting date stand in the file more than once"),
    REPAYMENT_ROW_KNOWN("repayment.row_known", Kind.DEFINITE, "该贷款、期次和记账日期已在 {0} 中报送；如需更正请注明更正 {0}", "{0} told of this loan, instalment and accounting date; to correct it, name {0}"),
    REPAYMENT_BALANCE_GREW("repayment.balance_grew", Kind.DEFINITE, "贷款余额大于此前的 {0} 分", "The balance is larger than the {0} fen before"),
    REPAYMENT_PAID_SHRANK("repayment.paid_shrank", Kind.DEFINITE, "该期已还金额少于此前报送", "Less is paid of this instalment than was told before"),
    REPAYMENT_UNPAID_IMPLAUSIBLE("repayment.unpaid_implausible", Kind.DEFINITE, "未还本金大于贷款余额", "More principal is unpaid than the balance"),
    REPAYMENT_SUM_WRONG("repayment.sum_wrong", Kind.DEFINITE, "余额不平：此前余额减去新还本金应为 {0} 分", "The balance does not add up: the one before less the principal paid since is {0} fen"),
    REPAYMENT_CONTRADICTS_LATER("repayment.contradicts_later", Kind.DEFINITE, "与 {0} 所报之后日期的余额或已还金额不符；请由晚到早更正", "It does not agree with what {0} told of a later date; correct the latest first"),
    REPAYMENT_INTEREST_IMPLAUSIBLE("repayment.interest_implausible", Kind.DEFINITE, "一期利息多于全部贷款两年的利息；请核对金额单位", "The interest of one instalment is more than that of the whole loan for two years; check the unit of the amounts"),
    REPAYMENT_ARREARS_VANISHED("repayment.arrears_vanished", Kind.DEFINITE, "该期到期后已报应还本息 {0} 分，欠款只能因还款减少", "Principal and interest of {0} fen were told of this instalment after its day; what is owed shrinks only by what is paid"),
    REPAYMENT_PENALTY_IMPLAUSIBLE("repayment.penalty_implausible", Kind.DEFINITE, "罚息与违约金多于全部贷款自应还日起按罚息利率所计；请核对金额单位", "Penalty and fine are more than the whole loan bears at the penalty rate since the due day; check the unit of the amounts"),
    REPAYMENT_OTHER_ROW_REFUSED("repayment.other_row_refused", Kind.DEFINITE, "同一贷款的另一行被拒绝，须一并重报", "Another row of this loan was refused; tell both again"),
    REPAYMENT_LOAN_ENDED("repayment.loan_ended", Kind.DEFINITE, "该贷款已于 {0} 结清或放款退回，此后不再还款", "This loan was paid off, or its payment came back, on {0}: nothing falls due of it after that"),
    REPAYMENT_TOO_MANY_REFUSED("repayment.too_many_refused", Kind.DEFINITE, "拒绝 {0} 行，超过容许的 {1} 行，整份文件不入账", "{0} rows are refused, more than the {1} that are tolerated: no row of the file counts"),
    REPAYMENT_MONTH_UNKNOWN("repayment.month_unknown", Kind.DEFINITE, "月度文件所列的该贷款期次未在日文件中报送", "No file of a day told of this loan and instalment, which the monthly file has"),
    REPAYMENT_MONTH_DIFFERS("repayment.month_differs", Kind.DEFINITE, "与日报送不符：台账为 {0} 分，最近由 {1} 报送", "The days told otherwise: the ledger has {0} fen, told last by {1}"),
    REPAYMENT_MONTH_LEFT_OUT("repayment.month_left_out", Kind.DEFINITE, "月度文件遗漏贷款 {0}，该月 {1} 曾报送", "The file of the month leaves out loan {0}, of which {1} told in that month"),
    REPAYMENT_LEFT_OUT("repayment.left_out", Kind.DEFINITE, "更正文件遗漏贷款 {0}，{1} 所报之后日期因此不平；请由晚到早更正", "The correction leaves out loan {0}, without which the later day {1} tells does not add up; correct from the latest day back"),
    REPAYMENT_CORRECTED_UNKNOWN("repayment.corrected_unknown", Kind.DEFINITE, "没有可更正的、同一记账日期的有效文件", "There is no file in force of this accounting date with this number to be corrected"),
    REPAYMENT_CORRECTED_TOO_LARGE("repayment.corrected_too_large", Kind.DEFINITE, "逐笔报送不能更正超过 {0} 行的文件；请报送更正文件", "A report corrects a file of at most {0} rows; send a corrected file"),
    REPAYMENT_OPENING_UNKNOWN("repayment.opening_unknown", Kind.DEFINITE, "没有这项开户申请", "There is no such proposal to open loans"),
    REPAYMENT_ACCOUNT_OPEN("repayment.account_open", Kind.DEFINITE, "该贷款账号已开立", "This loan account is open already"),
    // --- deductions at banks whose ledger the centre leads
    DEDUCTION_LEDGER_LED_BY_BANK("deduction.ledger_led_by_bank", Kind.DEFINITE, "该行台账以银行为主，中心不下达扣款", "The bank leads its ledger: the centre orders no deductions there"),
    DEDUCTION_RUN_OPEN("deduction.run_open", Kind.DEFINITE, "该行已有未结束的扣款批次；公积金扣划与银行扣款不得同时进行", "The bank has an open run already; a run on fund balances and one on bank accounts are never open together"),
    DEDUCTION_RUN_CLOSED("deduction.run_closed", Kind.DEFINITE, "没有这个未结束的扣款批次", "No run of this number is open"),
    DEDUCTION_CLOSING_WAITS("deduction.closing_waits", Kind.DEFINITE, "该批次的终止申请正在等待另一人确认", "A proposal to close this run waits for another person already"),
    DEDUCTION_MANDATE_MISSING("deduction.mandate_missing", Kind.DEFINITE, "没有在该日有效的、本人的扣缴协议", "No mandate of this person is in force on that day"),
    DEDUCTION_MANDATE_TAKEN("deduction.mandate_taken", Kind.DEFINITE, "该扣缴协议编号已登记", "A mandate of this number is registered already"),
    DEDUCTION_ORDER_UNKNOWN("deduction.order_unknown", Kind.DEFINITE, "该行没有此扣款指令", "This bank has no such order to deduct"),
    DEDUCTION_LINE_UNKNOWN("deduction.line_unknown", Kind.DEFINITE, "指令没有这一行，或贷款账号不符", "The order has no such line, or not of this loan"),
    DEDUCTION_LINE_TOLD("deduction.line_told", Kind.DEFINITE, "该行结果已报送", "The result of this line was told before"),
    DEDUCTION_MORE_THAN_DUE("deduction.more_than_due", Kind.DEFINITE, "扣款多于应还 {0} 分", "More was deducted than the {0} fen that are due"),
    DEDUCTION_MORE_THAN_BALANCE("deduction.more_than_balance", Kind.DEFINITE, "应扣本金多于贷款余额 {0} 分", "More principal is ordered than the balance of {0} fen"),
    DEDUCTION_NOTHING_OWED("deduction.nothing_owed", Kind.DEFINITE, "台账记该期已还清，不再扣款", "By the ledger this instalment is paid: nothing of it is to be deducted"),
    DEDUCTION_NOT_WHAT_IS_OWED("deduction.not_what_is_owed", Kind.DEFINITE, "台账记该期此项应还 {0} 至 {1} 分，须足额下达", "By the ledger between {0} and {1} fen of this are owed of the instalment; order just that"),
    DEDUCTION_OUTCOME_OPEN("deduction.outcome_open", Kind.DEFINITE, "批次 {0} 对该期的扣款结果未明；须等其结果，或凭银行书面答复再次终止该批次", "What run {0} took of this instalment is not known: wait for its result, or close that run with the bank''s written answer"),
    DEDUCTION_NOT_IN_LEDGER("deduction.not_in_ledger", Kind.DEFINITE, "批次 {0} 等已告知对该期扣款共 {1} 分，台账仅计已还 {2} 分；须由银行说明该笔款项，或报送更正，或由两人处理该差异", "Results, the last of run {0}, told of {1} fen deducted of this instalment, and the ledger has {2} as paid: the bank tells of the money, or reports that it was taken back, or two people clear the difference"),
    DEDUCTION_LOAN_AWAITED("deduction.loan_awaited", Kind.DEFINITE, "该贷款所欠金额不明，至 {0} 前不扣款，等待：{1}", "What this loan owes is not known; nothing is deducted until {0}, while this is waited for: {1}"),
    DEDUCTION_RUN_NOT_LATE("deduction.run_not_late", Kind.DEFINITE, "该批次结果应于 {0} 前回，逾期后方可终止", "The results of this run are expected by {0}; it may be closed after that"),
    DEDUCTION_NOT_PARTIAL("deduction.not_partial", Kind.DEFINITE, "指令要求足额扣款，不得部分扣款", "The order allows all or nothing"),
    DEDUCTION_WATERFALL_DIFFERS("deduction.waterfall_differs", Kind.DEFINITE, "未按约定的冲还顺序入账；应为 {0}", "The money was not used in the agreed order; it should be {0}"),
    DEDUCTION_LINES_OPEN("deduction.lines_open", Kind.DEFINITE, "最后一份结果之后仍有 {0} 行未报", "This is said to be the last result, but {0} lines are open"),
    // --- books of an accounting date
    RECONCILIATION_ITEM_TWICE("reconciliation.item_twice", Kind.DEFINITE, "同一序号在对账单中出现多次", "This number stands in the statement more than once"),
    RECONCILIATION_DAY_UNKNOWN("reconciliation.day_unknown", Kind.DEFINITE, "该日尚无对账单", "No statement of that day is here"),
    RECONCILIATION_DAY_CLOSED("reconciliation.day_closed", Kind.DEFINITE, "该日对账已关闭", "The books of that day are closed"),
    RECONCILIATION_DIFFERENCE_UNKNOWN("reconciliation.difference_unknown", Kind.DEFINITE, "没有这项对账差异", "There is no such difference between the books"),
    // --- collection of what is overdue
    COLLECTION_CASE_UNKNOWN("collection.case_unknown", Kind.DEFINITE, "没有这宗催收", "There is no such case of collection"),
    COLLECTION_STATE_FORBIDS("collection.state_forbids", Kind.DEFINITE, "催收当前状态（{0}）不允许此操作", "The present state of the collection ({0}) does not allow this"),
    COLLECTION_LOAN_AWAITED("collection.loan_awaited", Kind.DEFINITE, "该贷款是否已还款不明，至 {0} 前不催收，等待：{1}", "Whether this loan was paid is not known; it is not collected until {0}, while this is waited for: {1}"),
    COLLECTION_NOTHING_OVERDUE("collection.nothing_overdue", Kind.DEFINITE, "当时该贷款没有需要催收的逾期", "Nothing of this loan was to be collected at that time"),
    COLLECTION_ORDER_UNKNOWN("collection.order_unknown", Kind.DEFINITE, "该行没有此催收任务", "This bank has no such order to collect"),
    COLLECTION_ORDER_DIFFERS("collection.order_differs", Kind.DEFINITE, "与催收任务不符，任务为 {0}", "Differs from the order, which says {0}"),
    COLLECTION_TIME_FORBIDDEN("collection.time_forbidden", Kind.DEFINITE, "只可在 {0} 至 {1} 之间联系（{2}）", "People are contacted between {0} and {1} only ({2})"),
    COLLECTION_PERSON_FORBIDDEN("collection.person_forbidden", Kind.DEFINITE, "不得向此人催收（{0}）", "This person may not be told of the debt ({0})"),
    COLLECTION_TOO_SOON("collection.too_soon", Kind.DEFINITE, "{0} 小时内已联系过此人（{1}）", "This person was contacted less than {0} hours apart ({1})"),
    COLLECTION_PROOF_UNFIT("collection.proof_unfit", Kind.DEFINITE, "凭据种类与催收方式不符，应为 {0}", "The kind of proof does not fit the step; it should be {0}"),
    COLLECTION_PROOF_USED("collection.proof_used", Kind.DEFINITE, "该凭据已用于另一催收记录", "This proof was used for another record"),
    COLLECTION_PROMISE_TOO_FAR("collection.promise_too_far", Kind.DEFINITE, "承诺日期应在 {0} 至 {1} 之间", "The day promised must lie between {0} and {1}"),
    COLLECTION_PROMISE_TOO_MUCH("collection.promise_too_much", Kind.DEFINITE, "承诺金额多于该贷款的全部欠款 {0} 分；请核对金额单位", "More is promised than the {0} fen that are owed of the loan; check the unit of the amount"),
    COLLECTION_EXCLUSION_UNKNOWN("collection.exclusion_unknown", Kind.DEFINITE, "没有这项排除申请", "There is no such proposal to exclude a case"),

    // --- the credit reference system
    CREDIT_NOTICE_STEP("credit.notice_step", Kind.DEFINITE, "告知当前为 {0}，不能登记 {1}", "The notice is {0}: {1} cannot follow"),
    CREDIT_NOTICE_BEFORE("credit.notice_before", Kind.DEFINITE, "告知日期早于 {0}：此前无可告知的事项", "Nobody is told of this before {0}"),
    CREDIT_NOTICE_CHANNEL("credit.notice_channel", Kind.DEFINITE, "约定的告知方式是 {1}，不是 {0}", "The agreed channel is {1}, not {0}"),
    CREDIT_PURPOSE_NOT_AGREED("credit.purpose_not_agreed", Kind.DEFINITE, "与征信中心的协议不含查询原因 {0}", "The agreement with the Center does not allow reason {0}"),
    CREDIT_PURPOSE_UNFIT("credit.purpose_unfit", Kind.DEFINITE, "查询原因 {0} 不适用于该业务阶段的当事人：{1}", "Reason {0} does not fit this part in the business at this time: {1}"),
    CREDIT_OUTSIDE_HOURS("credit.outside_hours", Kind.DEFINITE, "只能在 {0} 至 {1} 之间查询", "One may ask between {0} and {1} only"),
    CREDIT_LIMIT_REACHED("credit.limit_reached", Kind.DEFINITE, "今日查询已达上限 {0} 笔", "Today''s limit of {0} enquiries is reached"),
    CREDIT_REPORT_UNREADABLE("credit.report_unreadable", Kind.DEFINITE, "信用报告无法读取：{0}", "The credit report cannot be read: {0}"),
    CREDIT_NOTICE_TOO_EARLY("credit.notice_too_early", Kind.DEFINITE, "无法送达的告知最早于 {0} 方可放行", "What cannot be delivered may be released on {0} at the earliest"),
    CREDIT_ACCOUNT_UNKNOWN("credit.account_unknown", Kind.DEFINITE, "征信中心没有接受过该账户的记录", "The Center has accepted no record of this account"),
    CREDIT_OBJECTION_UNKNOWN("credit.objection_unknown", Kind.DEFINITE, "没有这宗异议", "There is no such objection"),
    CREDIT_OBJECTION_KNOWN("credit.objection_known", Kind.DEFINITE, "该核查编号的异议已登记", "An objection of this number of the Center is registered already"),
    CREDIT_OBJECTION_ELSEWHERE("credit.objection_elsewhere", Kind.DEFINITE, "按协议由银行处理该贷款的异议", "By the agreement the bank answers objections of this loan"),
    CREDIT_OBJECTION_FUTURE("credit.objection_future", Kind.DEFINITE, "收到日期不得晚于 {0}", "It cannot be received after {0}"),
    CREDIT_OBJECTION_STEP("credit.objection_step", Kind.DEFINITE, "异议当前为 {0}，不能登记 {1}", "The objection is {0}: {1} cannot follow"),
    CREDIT_OBJECTION_UNCORRECTED("credit.objection_uncorrected", Kind.DEFINITE, "自 {0} 以来征信中心没有接受过该账户的更正", "The Center has accepted no record of the account made since {0}"),
    CREDIT_NO_REPORTER("credit.no_reporter", Kind.DEFINITE, "本机构未配置为征信数据报送机构", "This house is not set up as a data provider: nothing is reported"),
    CREDIT_MONTH_NOT_OVER("credit.month_not_over", Kind.DEFINITE, "{0} 尚未结束，不能报送", "{0} is not over: it cannot be told yet"),
    CREDIT_RUN_UNDER_WAY("credit.run_under_way", Kind.DEFINITE, "上一次报送任务尚未结束", "Another run is not over"),
    CREDIT_NOTICE_DELIVERABLE("credit.notice_deliverable", Kind.DEFINITE, "告知尚可送达，不能提请放行", "The notice can still be delivered: nothing is to be released"),
    CREDIT_RELEASE_OPEN("credit.release_open", Kind.DEFINITE, "已有待确认的放行申请", "A release of this notice waits for its answer"),
    CREDIT_CHANGE_OPEN("credit.change_open", Kind.DEFINITE, "该账户已有待确认的删除或标识变更申请", "A deletion or another identifier of this account waits for its answer"),
    CREDIT_DUTY_OPEN("credit.duty_open", Kind.DEFINITE, "该账户已有待确认的职责约定", "Who does what of this account waits for its answer already"),
    CREDIT_ACCOUNT_NOBODYS("credit.account_nobodys", Kind.DEFINITE, "账户标识码不属于本机构报送的任何银行", "The identifier is of no bank whose loans are reported here"),
    CREDIT_LIST_TWICE("credit.list_twice", Kind.DEFINITE, "清单中重复出现", "It is in the list twice"),
    CREDIT_HANDED_OVER("credit.handed_over", Kind.DEFINITE, "账户已转出，不能再由中心报送", "The account was handed over: the centre cannot report it again under this identifier"),
    CREDIT_MONTH_NOT_TOLD("credit.month_not_told", Kind.DEFINITE, "征信中心没有接受过该账户 {0} 的记录", "The Center has accepted no record of the account for {0}"),
    CREDIT_EARLIER_FIRST("credit.earlier_first", Kind.DEFINITE, "应先报送该账户 {0} 的记录", "The account''s record of {0} must be told first"),
    CREDIT_NOTHING_RECOVERED("credit.nothing_recovered", Kind.DEFINITE, "自 {0} 最近一次报送以来，没有收回全部逾期款项，也没有结清", "Since the last report, of {0}, neither did all arrears come in nor was the loan paid off"),
    CREDIT_FACTS_MISSING("credit.facts_missing", Kind.DEFINITE, "缺少报送所需的事实：{0}", "Something every record tells is not known: {0}"),
    CREDIT_NOTICE_FIRST("credit.notice_first", Kind.DEFINITE, "不良信息报送前应先告知：{0}", "Before something adverse is told this person must be told: {0}"),
    CREDIT_NO_CENTER("credit.no_center", Kind.DEFINITE, "没有可查询的征信中心目录，或查询业务未开通", "There is no Center that takes enquiries, or they are not in service"),
    CREDIT_PERSON_UNKNOWN("credit.person_unknown", Kind.DEFINITE, "申请中没有该当事人：{0}", "The application has no such person: {0}"),
    CREDIT_AUTHORISATION_FUTURE("credit.authorisation_future", Kind.DEFINITE, "授权书签署日期不得晚于 {0}", "An authorisation cannot be signed after {0}"),
    CREDIT_WITHDRAWAL_FUTURE("credit.withdrawal_future", Kind.DEFINITE, "撤回日期不得晚于 {0}", "A consent cannot be taken back after {0}"),
    CREDIT_ENQUIRY_UNKNOWN("credit.enquiry_unknown", Kind.DEFINITE, "没有这笔查询", "There is no such enquiry"),
    CREDIT_ENQUIRY_UNDER_WAY("credit.enquiry_under_way", Kind.DEFINITE, "该人员同一用途的查询尚未得到答复", "The same question about this person is not answered yet"),
    CREDIT_ENQUIRY_STATE("credit.enquiry_state", Kind.DEFINITE, "查询当前为 {0}，不能办理", "The enquiry is {0}: this cannot follow"),
    CREDIT_RECORD_REFUSED("credit.record_refused", Kind.DEFINITE, "规则 {0}：{1}（{2}）", "Rule {0}: {2} ({1})"),

    // --- people and programs at the console
    NOT_AUTHENTICATED("access.not_authenticated", Kind.DEFINITE, "请先登录或出示有效令牌", "Log in, or show a valid token or certificate"),
    ROLE_FORBIDS("access.role_forbids", Kind.DEFINITE, "此操作需要角色：{0}", "This needs one of the roles {0}"),
    RESOURCE_UNKNOWN("access.resource_unknown", Kind.DEFINITE, "没有这项内容", "There is no such thing here"),
    NAME_TAKEN("access.name_taken", Kind.DEFINITE, "名称已被使用", "This name is taken"),
    IDEMPOTENCY_KEY_REUSED("once.idempotency_key_reused", Kind.DEFINITE, "该幂等键已用于另一请求", "This idempotency key was used for another request"),
    // --- passing
    RETENTION_RUNNING("evidence.retention_running", Kind.DEFINITE, "保存期限未届满，须保存至 {0}", "It must be kept until {0}"),
    PERSONAL_DATA_ERASED("evidence.personal_data_erased", Kind.DEFINITE, "相关个人信息已依法删除", "The personal data it needs were erased on purpose"),
    EVIDENCE_UNAVAILABLE("evidence.unavailable", Kind.PASSING, "存证暂不可用，业务暂停；稍后请原样重发", "Evidence cannot be written, traffic is stopped; send the same message again later"),
    STORE_UNAVAILABLE("store.unavailable", Kind.PASSING, "数据库暂不可用；稍后请原样重发", "The database cannot be reached; send the same message again later"),
    CORE_UNAVAILABLE("core.unavailable", Kind.PASSING, "核心系统暂不可用，未作检查", "The core system cannot be reached; nothing was checked"),
    BUSY("gateway.busy", Kind.PASSING, "系统繁忙；稍后请原样重发", "The gateway is busy; send the same message again later"),
    INTERNAL("gateway.internal", Kind.PASSING, "内部错误（编号 {0}）；稍后请原样重发", "Internal error (reference {0}); send the same message again later"),
    // --- outward
    PARTNER_NOT_REACHED("partner.not_reached", Kind.PASSING, "未能连接到合作方", "The partner was not reached; nothing left"),
    PARTNER_SESSION("partner.session", Kind.PASSING, "合作方未开立会话，报文未发出", "The partner opened no session; nothing left"),
    PARTNER_SILENT("partner.silent", Kind.PASSING, "合作方未答复，结果未知", "The partner did not answer; the outcome is unknown"),
    PARTNER_ANSWER_UNREADABLE("partner.answer_unreadable", Kind.ALARM, "合作方答复无法读取，结果未知", "The partner''s answer cannot be read; the outcome is unknown"),
    PARTNER_ANSWER_UNTRUSTED("partner.answer_untrusted", Kind.ALARM, "合作方答复验签不通过，结果未知", "The partner''s answer does not verify; the outcome is unknown"),
    PARTNER_CODE_UNSEEN("partner.code_unseen", Kind.ALARM, "合作方返回未登记的代码 {0}，结果未知", "The partner answered with the unregistered code {0}; the outcome is unknown"),
    NOT_UNKNOWN("unknown.not_unknown", Kind.DEFINITE, "该报文结果已明确或不存在，无需人工判定", "The outcome of this message is known, or there is no such message"),
    NOBODY_TO_ASK("unknown.nobody_to_ask", Kind.DEFINITE, "对方不提供报文结果查询；请与其核实后由两人判定", "The partner answers no enquiry about messages: ask them otherwise, and let two people decide"),
    PROPOSAL_STANDS("unknown.proposal_stands", Kind.DEFINITE, "该报文已有待复核的判定", "A proposal for this message waits already"),
    PROPOSAL_GONE("unknown.proposal_gone", Kind.DEFINITE, "该判定已复核或已撤回", "This proposal was confirmed or withdrawn before"),
    DECIDED_REJECTED("unknown.decided_rejected", Kind.DEFINITE, "经两人核实判定为对方未受理", "Two people decided that the partner did not take it"),
    PARTNER_ACCESS_REFUSED("partner.access_refused", Kind.ALARM, "合作方拒绝我方用户（{0}）；已停止向其发送，请核对用户、密码与权限后恢复", "The partner refuses our user ({0}); nothing more is sent to it: check user, password and permission, then resume"),
    PARTNER_REFUSED("partner.refused", Kind.DEFINITE, "合作方拒绝（{0}）", "The partner refused ({0})");

    /** Whether trying again unchanged can help, and whether somebody must be woken. */
    public enum Kind {
        DEFINITE,
        ALARM,
        PASSING
    }

    private final String code;
    private final Kind kind;
    private final String chinese;
    private final String english;

    FailureCode(String code, Kind kind, String chinese, String english) {
        this.code = code;
        this.kind = kind;
        this.chinese = chinese;
        this.english = english;
    }

    public String code() {
        return code;
    }

    /** The failure whose {@link #code()} this is. @throws IllegalArgumentException when there is none */
    public static FailureCode ofCode(String code) {
        for (FailureCode failure : values()) {
            if (failure.code.equals(code)) {
                return failure;
            }
        }
        throw new IllegalArgumentException("no failure code '" + code + "'");
    }

    /** The code of this name, if there is one. */
    public static Optional<FailureCode> find(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }

    public Kind kind() {
        return kind;
    }

    public boolean passing() {
        return kind == Kind.PASSING;
    }

    public String pattern(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
