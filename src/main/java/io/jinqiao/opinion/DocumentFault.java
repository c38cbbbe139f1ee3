package io.jinqiao.opinion;

import java.text.MessageFormat;
import java.util.Locale;

/**
 * Everything that can be wrong with a sealed document, and what can be missing to check it. Texts are {@link MessageFormat} patterns for a
 * clerk; the arguments are names and numbers, or words of {@link FaultDetails}. What is wrong with a certificate itself has the code of {@link io.jinqiao.message.FailureCode}.
 */
public enum DocumentFault {
    // --- the file
    FORMAT_UNKNOWN("document.format_unknown", "不是 OFD 或 PDF 文件", "This is neither an OFD nor a PDF file"),
    TOO_LARGE("document.too_large", "文件或其内容超过上限（{0}）", "The file or its content is larger than allowed ({0})"),
    ZIP_DAMAGED("document.zip_damaged", "文件包已损坏或被改动（{0}）", "The package is damaged or was changed ({0})"),
    ZIP_NAME("document.zip_name", "文件包内含不允许的文件名（{0}）", "The package has a file name that is not allowed ({0})"),
    ZIP_TWICE("document.zip_twice", "文件包内同名文件出现两次（{0}）", "The package has two files of the same name ({0})"),
    XML_DTD("document.xml_dtd", "文件 {0} 含 DTD 或实体定义，不予读取", "The file {0} has a DTD or an entity, which is not read"),
    XML_DAMAGED("document.xml_damaged", "文件 {0} 不是有效的 XML", "The file {0} is not valid XML"),
    LAYOUT("document.layout", "文件包缺少必要内容（{0}）", "The package lacks what it needs ({0})"),
    ZIP_FOLDER("document.zip_folder", "文件包内夹带文件夹（{0}）", "The package names a folder that has nothing to do there ({0})"),
    VERIFIER_STOPPED("document.verifier_stopped", "核验程序读取此文件时出错，不予认可；请将文件转交系统维护人员", "Reading this file stopped the verifier; it is refused. Please pass it on to whoever keeps the system"),
    NOT_SEALED("document.not_sealed", "文件未盖章", "The document is not sealed"),
    SEALED_TWICE("document.sealed_twice", "文件含多个签章，审批意见只能有一个", "The document is sealed several times; an opinion is sealed once"),
    // --- coverage
    CHECK_METHOD("document.check_method", "摘要算法 {0} 不被认可", "The digest algorithm {0} is not accepted"),
    DIGEST_DIFFERS("document.digest_differs", "盖章后 {0} 被改动", "{0} was changed after sealing"),
    REFERENCE_MISSING("document.reference_missing", "盖章时的文件 {0} 不见了", "The file {0} was there when it was sealed and is missing"),
    REFERENCE_TWICE("document.reference_twice", "签名中重复引用 {0}", "The signature refers to {0} twice"),
    UNREFERENCED("document.unreferenced", "文件 {0} 不在签章保护之内", "The file {0} is not protected by the seal"),
    // --- signed value
    VALUE_MALFORMED("document.value_malformed", "签章数据格式不符合 GB/T 38540（{0}）", "The sealed value is not as GB/T 38540 writes it ({0})"),
    VALUE_VERSION("document.value_version", "签章数据版本不支持（{0}）", "This version of the seal is not supported ({0})"),
    DATA_HASH("document.data_hash", "签章与签名描述文件不对应", "The seal is over another signature description"),
    PROPERTY_INFO("document.property_info", "签章指向另一位置的签名文件", "The seal names another place of the signature description"),
    ALGORITHM("document.algorithm", "签名算法 {0} 不被认可", "The signature algorithm {0} is not accepted"),
    SIGNATURE_WRONG("document.signature_wrong", "签名验证不通过：内容被改动或签名系伪造", "The signature does not verify: changed or forged"),
    CERTIFICATE_UNREADABLE("document.certificate_unreadable", "证书无法读取", "The certificate cannot be read"),
    CRITICAL_EXTENSION("document.critical_extension", "含有无法理解的关键扩展（{0}）", "There is a critical extension nobody here knows ({0})"),
    // --- seal
    SEAL_MISSING("document.seal_missing", "文件包内没有印章数据", "The package has no seal"),
    SEAL_DIFFERS("document.seal_differs", "文件包内的印章与签章时的印章不同", "The seal in the package is not the one it was sealed with"),
    MAKER_SIGNATURE_WRONG("document.maker_signature_wrong", "制章人签名验证不通过：印章系伪造", "The maker''s signature does not verify: the seal is forged"),
    NOT_LISTED("document.signer_not_listed", "签章人不在该印章的使用人名单内", "Whoever sealed is not listed as a user of this seal"),
    // --- times
    SEAL_EXPIRED("document.seal_expired", "签章时印章已过有效期（至 {0}）", "The seal had expired when it was used (valid to {0})"),
    SEAL_NOT_YET_VALID("document.seal_not_yet_valid", "签章时印章尚未生效（自 {0}）", "The seal was not valid yet when it was used (from {0})"),
    TIME_IN_FUTURE("document.time_in_future", "签章时间在将来（{0}）", "The time of sealing lies in the future ({0})"),
    TIME_MISSING("document.time_missing", "没有签章时间", "There is no time of sealing"),
    TIME_STAMP_WRONG("document.time_stamp_wrong", "时间戳验证不通过（{0}）", "The time-stamp does not verify ({0})"),
    // --- PDF
    PDF_DAMAGED("document.pdf_damaged", "PDF 结构异常（{0}）", "The structure of the PDF is not sound ({0})"),
    PDF_UPDATED("document.pdf_updated", "签章后文件被追加内容", "Something was added to the file after it was sealed"),
    PDF_REVISIONS("document.pdf_revisions", "文件含多个版本，可能隐藏内容", "The file has several revisions and may hide content"),
    PDF_SHADOW("document.pdf_shadow", "文件含可替换或隐藏的内容（{0}）", "The file has content that can replace or hide what is seen ({0})"),
    BYTE_RANGE("document.byte_range", "签章保护范围未覆盖整个文件（{0}）", "The signature does not cover the whole file ({0})"),
    CMS_MALFORMED("document.cms_malformed", "签名数据格式不符合要求（{0}）", "The signature container is not as required ({0})"),
    // --- business
    OTHER_ORGANISATION("document.other_organisation", "盖章单位不是本中心（{0}）", "This is the seal of another organisation ({0})"),
    NUMBER_MISSING("document.number_missing", "文件上没有审批意见编号", "The document bears no number of an opinion"),
    RECORD_UNKNOWN("document.record_unknown", "没有编号为 {0} 的审批意见记录", "There is no record of an opinion numbered {0}"),
    RECORD_DIFFERS("document.record_differs", "文件所载{0}与审批记录不一致", "What is printed differs from the record: {0}"),
    FILE_DIFFERS("document.file_differs", "与中心发出的文件不是同一份", "This is not the file the centre issued"),
    SUPERSEDED("document.superseded", "已被新版本取代，请勿使用", "Superseded by a newer version; do not use it"),
    REVOKED("document.revoked", "已被撤销，请勿使用", "Revoked; do not use it"),
    OPINION_EXPIRED("document.opinion_expired", "已过有效期限（{0}），请勿使用", "Its validity ended on {0}; do not use it"),
    // --- what is missing
    NEEDS_EARLIER("document.needs_earlier", "因前一步未通过而未核验", "Not checked, because an earlier step failed"),
    NEEDS_ANCHORS("document.needs_anchors", "未提供受信任的根证书", "No trusted root certificates were given"),
    NEEDS_LISTS("document.needs_lists", "未提供签发者的有效吊销列表", "No current revocation list of the issuer was given"),
    NEEDS_ORGANISATION("document.needs_organisation", "未指明应盖章的单位", "It was not said which organisation should have sealed"),
    NEEDS_RECORD("document.needs_record", "未提供审批记录", "No record of the approval was given"),
    // --- what does not apply
    NO_SEAL_IN_PDF("document.no_seal_in_pdf", "PDF 签名不含电子印章数据，此项不适用", "A PDF signature carries no electronic seal; does not apply"),
    NOT_AN_OPINION("document.not_an_opinion", "不是本中心的审批意见，此项不适用", "This is no opinion of the centre; does not apply"),
    NO_TIME_STAMP("document.no_time_stamp", "未加盖时间戳（可选），此项不适用", "No time-stamp (it is optional); does not apply");

    private final String code;
    private final String chinese;
    private final String english;

    DocumentFault(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    public String code() {
        return code;
    }

    public String text(Locale locale, String... arguments) {
        boolean inChinese = locale.getLanguage().equals("zh");
        Object[] shown = inChinese ? FaultDetails.inChinese(arguments) : arguments;
        return new MessageFormat(inChinese ? chinese : english, Locale.ROOT).format(shown);
    }
}
