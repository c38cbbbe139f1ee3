package io.jinqiao.adapter.samples;

import io.jinqiao.workbench.certs.PublishedKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * One request of each XML family, put together by hand: a text with holes, the JDK's charsets, Bouncy Castle's signature. Nothing of the
 * product is used, so that a fault of ours cannot mirror itself.
 */
enum HandMade {
    FRAME("abc", Charset.forName("GBK"), "abc-direct-link", """
            <ap><CCTransCode>CHFD04</CCTransCode><ProductID>ICC</ProductID><ChannelType>ERP</ChannelType><CorpNo>6100000000000001</CorpNo>\
            <OpNo>0001</OpNo><ReqSeqNo>HAND0000000001</ReqSeqNo><ReqDate>20261123</ReqDate><ReqTime>090000</ReqTime><Sign>%s</Sign><FileFlag>0</FileFlag>\
            <HFData><AppNo>HF202611230000001</AppNo><Reason>沐&#x4DAE;另行选房 &amp; 更换</Reason><OperatorNo>T0042</OperatorNo></HFData></ap>""") {
        @Override
        byte[] carried(byte[] document) {
            byte[] header = String.format("0%-6d", document.length).getBytes(StandardCharsets.US_ASCII);
            byte[] frame = new byte[header.length + document.length];
            System.arraycopy(header, 0, frame, 0, header.length);
            System.arraycopy(document, 0, frame, header.length, document.length);
            return frame;
        }
    },
    FORM("ccb", Charset.forName("GB18030"), "ccb-external-link", """
            <?xml version="1.0" encoding="GB18030"?><TX><REQUEST_SN>HAND0000000001</REQUEST_SN><CUST_ID>P0100000000000001</CUST_ID><USER_ID>WLPT01</USER_ID>\
            <TX_CODE>6WHF04</TX_CODE><LANGUAGE>CN</LANGUAGE><TX_TIME>20261123090000</TX_TIME><TX_INFO><APP_NO>HF202611230000001</APP_NO>\
            <REASON>沐䶮另行选房 &amp; 更换</REASON><OPERATOR_NO>T0042</OPERATOR_NO></TX_INFO><SIGN_TYPE>SM2</SIGN_TYPE><SIGN_INFO>%s</SIGN_INFO></TX>""") {
        @Override
        byte[] carried(byte[] document) {
            return ("requestXml=" + URLEncoder.encode(new String(document, Charset.forName("GB18030")), Charset.forName("GB18030")))
                    .getBytes(StandardCharsets.US_ASCII);
        }
    };

    final String partner;
    private final Charset charset;
    private final String userId;
    private final String document;

    HandMade(String partner, Charset charset, String userId, String document) {
        this.partner = partner;
        this.charset = charset;
        this.userId = userId;
        this.document = document;
    }

    abstract byte[] carried(byte[] document);

    byte[] signingInput() {
        return document.formatted("").getBytes(charset);
    }

    /** The request with this signature. */
    byte[] request(String signature) {
        return carried(document.formatted(signature).getBytes(charset));
    }

    String sign() {
        return PublishedKey.sign(signingInput(), userId);
    }

    boolean verifies(String signature) {
        return PublishedKey.verifies(signingInput(), signature, userId);
    }

    String golden() {
        return "/golden/" + partner + ".application-withdrawal.request";
    }

    byte[] stored() {
        try (InputStream in = HandMade.class.getResourceAsStream(golden())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
