package io.jinqiao.workbench.simulate.credit.enquiry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A message as it stands in the one parameter: head, body, signature.
 *
 * @param signature over head and body in UTF-8; empty when there is none
 */
record Message(String head, String body, byte[] signature) {

    /** @throws Refused when it is too short for a head, or the signature is in another form than agreed */
    static Message split(String text, SignatureForm form) throws Refused {
        Head.check(text.length() >= Head.LENGTH, "ABM001", "报文头不足 80 位 / shorter than a head");
        int mark = text.lastIndexOf(SignatureForm.START);
        Head.check(mark >= Head.LENGTH, "ABM010", "没有签名 / no signature");
        String wrapped = text.substring(mark + SignatureForm.START.length());
        Head.check(wrapped.endsWith(form.end()), "ABM010", "签名块格式 / form of the signature block");
        try {
            return new Message(
                    text.substring(0, Head.LENGTH), text.substring(Head.LENGTH, mark), Base64.getDecoder().decode(wrapped.substring(0, wrapped.length() - form.end().length())));
        } catch (IllegalArgumentException e) {
            throw new Refused("ABM010", "签名不是 Base64 / the signature is no Base64");
        }
    }

    byte[] signed() {
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    String write(SignatureForm form) {
        return head + body + SignatureForm.START + Base64.getEncoder().encodeToString(signature) + form.end();
    }
}
