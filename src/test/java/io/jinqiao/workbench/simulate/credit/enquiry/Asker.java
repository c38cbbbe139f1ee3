package io.jinqiao.workbench.simulate.credit.enquiry;

import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.DetachedSignature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** Whoever asks the Center, as a public client would: builds the string by hand, so that it can be built wrongly. */
final class Asker {
    static final String NAME = "测试丙";
    private final BankKeys keys;
    private final EnquirySettings settings;
    String organisation = "D19999999H0001";
    String user = "gjj01";
    String password = "invented-1";
    String type = "D101";
    String reason = "02";
    int serial;

    Asker(BankKeys keys, EnquirySettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    String head() {
        return new Head("D19999999H0001", EnquirySettings.RECEIVER, "20261001083000", type, String.format("20261001%08d", serial)).write(settings.head());
    }

    String body(String idNumber) {
        return "<Document><Head><QueryOrgCode>" + organisation + "</QueryOrgCode><UserCode>" + user + "</UserCode><Password>" + Callers.digest(password) + "</Password></Head><Msg><OriginateOrgCode>D19999999H0001</OriginateOrgCode>"
                + "<OriginateUserCode>u1</OriginateUserCode><Name>" + NAME + "</Name><IDType>10</IDType><IDNum>" + idNumber + "</IDNum><QueryReason>" + reason + "</QueryReason><ServiceCode>FW_GRXYBG_0074</ServiceCode></Msg></Document>";
    }

    /** Under a new message id. */
    String message(String idNumber) {
        serial++;
        return again(idNumber);
    }

    /** Under the last message id. */
    String again(String idNumber) {
        return signed(head() + body(idNumber));
    }

    String signed(String text) {
        return text + "{S:" + Base64.getEncoder().encodeToString(DetachedSignature.of(keys, settings.theirKey(), text.getBytes(StandardCharsets.UTF_8))) + settings.signature().end();
    }

    static byte[] envelope(String operation, String message) {
        return envelope(operation, message, text -> text.replace("\r", "&#xD;"));
    }

    static byte[] envelope(String operation, String message, UnaryOperator<String> lineEnds) {
        return ("<s:Envelope xmlns:s=\"" + Soap.ENVELOPE + "\"><s:Body><q:" + operation + " xmlns:q=\"" + Soap.SERVICE + "\"><querymessage>" + lineEnds.apply(message.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                        + "</querymessage></q:" + operation + "></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The string in an answer. */
    static String string(byte[] envelope) {
        String text = new String(envelope, StandardCharsets.UTF_8);
        String inside = text.substring(text.indexOf("<return>") + "<return>".length(), text.indexOf("</return>"));
        return inside.replace("&#13;", "\r").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    static String item(String message, String name) {
        return message.substring(message.indexOf("<" + name + ">") + name.length() + 2, message.indexOf("</" + name + ">"));
    }

    static String report(String message) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(item(message, "ReportMessage"));
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
