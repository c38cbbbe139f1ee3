package io.jinqiao.adapter.soap;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.crypto.AlgorithmSuite;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.jspecify.annotations.Nullable;

/** The verifying side of WSS4J, narrowed to what is agreed: SHA-2, keys of a decent length, no transform but the canonical form. */
final class StrictSignatures extends WSS4JInInterceptor {
    private static final String ECDSA_SHA384 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384";
    private static final int SHORTEST_RSA = 2048;

    StrictSignatures(Map<String, Object> settings) {
        super(settings);
    }

    @Override
    protected void setAlgorithmSuites(SoapMessage message, RequestData data) {
        AlgorithmSuite suite = new AlgorithmSuite();
        Set.of(WSConstants.RSA_SHA256, WSConstants.RSA_SHA512, WSConstants.ECDSA_SHA256, ECDSA_SHA384).forEach(suite::addSignatureMethod);
        Set.of(WSConstants.SHA256, WSConstants.SHA384, WSConstants.SHA512).forEach(suite::addDigestAlgorithm);
        suite.addC14nAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.addTransformAlgorithm(WSConstants.C14N_EXCL_OMIT_COMMENTS);
        suite.setMinimumAsymmetricKeyLength(SHORTEST_RSA);
        suite.setMinimumEllipticCurveKeyLength(256);
        data.setSamlAlgorithmSuite(suite);
        data.setAlgorithmSuite(suite);
    }

    /** The one with which a message that passed was signed. */
    static @Nullable X509Certificate certificate(SoapMessage message) {
        for (WSHandlerResult handled : results(message)) {
            for (WSSecurityEngineResult result : handled.getResults()) {
                if (((Integer) result.get(WSSecurityEngineResult.TAG_ACTION)) == WSConstants.SIGN) {
                    return (X509Certificate) result.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE);
                }
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Iterable<WSHandlerResult> results(SoapMessage message) {
        Object results = message.get(org.apache.wss4j.dom.handler.WSHandlerConstants.RECV_RESULTS);
        return results == null ? Set.of() : (Iterable<WSHandlerResult>) results;
    }
}
