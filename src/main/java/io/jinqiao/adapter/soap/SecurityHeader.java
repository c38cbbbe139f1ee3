package io.jinqiao.adapter.soap;

import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.wss4j.dom.WSConstants;

/** Says that a header of WS-Security is understood; whoever verifies it comes later. */
final class SecurityHeader extends AbstractSoapInterceptor {
    SecurityHeader() {
        super(Phase.PRE_PROTOCOL);
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(new QName(WSConstants.WSSE_NS, WSConstants.WSSE_LN));
    }

    @Override
    public void handleMessage(SoapMessage message) {
        // only its name is needed
    }
}
