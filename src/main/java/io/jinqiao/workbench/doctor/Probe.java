package io.jinqiao.workbench.doctor;

/** What is looked at, in this order. */
public enum Probe {
    FOLDER("合作方目录", "the partner's folder"),
    ADDRESS("对方地址", "their address"),
    KEYS("我方密钥", "our keys"),
    CERTIFICATES("双方证书", "certificates of both sides"),
    REVOCATION("吊销列表", "revocation lists"),
    HOURS("服务时间", "service hours"),
    CONNECTION("域名与连接", "name and connection"),
    TLS("TLS 握手", "TLS handshake"),
    ENQUIRY("查询一笔从未发出的报文", "an enquiry about a message that never was"),
    CLOCK("时钟", "clocks"),
    FRAME("答复的报文头与字符集", "header and charset of the answer"),
    SIGNATURE("答复的签名", "signature of the answer"),
    ENVELOPE("答复的数字信封", "digital envelope of the answer"),
    VERDICT("对方的答复", "what they answer"),
    ALTERNATIVES("换一种写法再问", "asked again in other ways"),
    FILES("文件服务器", "the server of files");

    private final String chinese;
    private final String english;

    Probe(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
