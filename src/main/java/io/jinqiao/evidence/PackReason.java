package io.jinqiao.evidence;

import java.util.Locale;

/** Why a step of a pack's check came out as it did. */
public enum PackReason {
    HOLDS("相符", "holds"),
    REFUSED_AS_RECORDED("签名或证书不通过，与记录的结论一致", "does not verify, as the record says"),

    NOT_A_PACK("不是可读取的存证包", "not a readable evidence pack"),
    FILE_MISSING("缺少文件", "a file is missing"),
    FILE_CHANGED("文件与清单摘要不符", "a file differs from its digest in the manifest"),
    FILE_UNEXPECTED("不属于存证包的文件", "a file does not belong in the pack"),
    COVER_DIFFERS("封面页与存证内容不符", "the cover page says something else than the pack"),
    STATEMENT_ABSENT("没有经中心签名的记录清单，无法核验是否齐全", "no list of records signed by the centre, so nobody can tell whether all are here"),
    STATEMENT_SIGNER("包内没有显示该签名人是中心的记录；请核对签名人", "no record of the pack shows that this signer is the centre; look at who it is"),
    RECORDS_DIFFER("记录与中心签名的清单不一致", "the records are not those of the list the centre signed"),
    RECORD_DIFFERS("与记录所载不符", "differs from what the record states"),
    CONTENT_ERASED("内容已依法删除，仅余摘要", "the content was erased, only its digest is left"),
    CONTENT_ALTERED("删除标记与内容并存", "marked as erased, yet content is there"),

    UNSIGNED("该记录没有签名", "the record carries no signature"),
    CHANNEL_ONLY("仅由通道认证，无报文签名", "authenticated by its channel only, the message is not signed"),
    PROFILE_UNKNOWN("无法识别的签名方式", "the signing profile is not known"),
    SIGNATURE_INVALID("签名验证不通过", "the signature does not verify"),
    VERDICT_DIFFERS("签名有效，与记录的结论相反", "the signature verifies, against what the record says"),
    SIGNER_UNKNOWN("记录未载明签名证书", "the record names no signing certificate"),
    CERTIFICATE_MISSING("包内没有签名证书", "the signing certificate is not in the pack"),
    NO_ANCHORS("未提供受信任的根证书", "no trusted roots were given"),
    CERTIFICATE_REFUSED("证书不可信", "the certificate is refused"),
    NO_REVOCATION_LIST("没有该时刻的吊销列表", "no revocation list for that time"),
    REVOKED("证书当时已被吊销", "the certificate was revoked at that time"),

    NOT_LINKED("尚未入链", "not linked yet"),
    LINK_DIFFERS("链节与记录不符", "the link is not one of this record"),
    CHAIN_BROKEN("前后链节不相接", "the links do not follow each other"),
    NOT_SEALED("尚未封存", "not sealed yet"),
    SEAL_DIFFERS("路径不通向封存批次的根", "the path does not lead to the seal's root"),
    TIME_STAMP_INVALID("时间戳验证不通过", "the time-stamp does not verify");

    private final String chinese;
    private final String english;

    PackReason(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String text(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
