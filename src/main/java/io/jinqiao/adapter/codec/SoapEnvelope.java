package io.jinqiao.adapter.codec;

import java.nio.charset.Charset;
import javax.xml.stream.XMLStreamReader;

/** An envelope for whoever looks at its signature: by the reader that opened it, so that both see the same. */
public final class SoapEnvelope {
    private SoapEnvelope() {}

    /** @return before the first tag @throws io.jinqiao.message.Refusal when it is no XML of that charset */
    public static XMLStreamReader reader(byte[] envelope, Charset charset) {
        return new SoapReader(StrictText.of(envelope, charset), charset).reader();
    }
}
