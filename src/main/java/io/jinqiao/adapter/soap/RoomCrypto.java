package io.jinqiao.adapter.soap;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.security.auth.callback.CallbackHandler;
import org.apache.wss4j.common.crypto.CryptoBase;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.ext.WSSecurityException;

/** Our key and the certificates registered for one partner, as WSS4J asks for them. Nothing else is trusted, whatever root it has. */
final class RoomCrypto extends CryptoBase {
    /** The only name of a key here. */
    static final String OURS = "ours";

    private final PrivateKey key;
    private final List<X509Certificate> ours;
    private final List<X509Certificate> theirs;

    RoomCrypto(PrivateKey key, List<X509Certificate> ours, List<X509Certificate> theirs) {
        this.key = key;
        this.ours = List.copyOf(ours);
        this.theirs = List.copyOf(theirs);
    }

    @Override
    public X509Certificate[] getX509Certificates(CryptoType wanted) throws WSSecurityException {
        if (wanted.getType() == CryptoType.TYPE.ALIAS) {
            return OURS.equals(wanted.getAlias()) ? ours.toArray(X509Certificate[]::new) : new X509Certificate[0];
        }
        for (X509Certificate certificate : theirs) {
            if (meant(certificate, wanted)) {
                return new X509Certificate[] {certificate};
            }
        }
        return new X509Certificate[0];
    }

    private boolean meant(X509Certificate certificate, CryptoType wanted) throws WSSecurityException {
        return switch (wanted.getType()) {
            case ISSUER_SERIAL -> certificate.getSerialNumber().equals(wanted.getSerial()) && issuer(certificate, wanted.getIssuer());
            case SKI_BYTES -> Arrays.equals(getSKIBytesFromCert(certificate), wanted.getBytes());
            default -> false;
        };
    }

    private boolean issuer(X509Certificate certificate, String name) {
        return createBCX509Name(certificate.getIssuerX500Principal().getName()).equals(createBCX509Name(name));
    }

    @Override
    public String getX509Identifier(X509Certificate certificate) {
        return OURS;
    }

    @Override
    public PrivateKey getPrivateKey(X509Certificate certificate, CallbackHandler unused) throws WSSecurityException {
        return own(ours.get(0).equals(certificate));
    }

    @Override
    public PrivateKey getPrivateKey(PublicKey publicKey, CallbackHandler unused) throws WSSecurityException {
        return own(ours.get(0).getPublicKey().equals(publicKey));
    }

    @Override
    public PrivateKey getPrivateKey(String name, String unused) throws WSSecurityException {
        return own(OURS.equals(name));
    }

    private PrivateKey own(boolean meant) throws WSSecurityException {
        if (!meant) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_SIGNATURE, "noPrivateKey");
        }
        return key;
    }

    @Override
    public void verifyTrust(X509Certificate[] shown, boolean revocation, Collection<Pattern> subjects, Collection<Pattern> issuers) throws WSSecurityException {
        if (Stream.of(shown).limit(1).noneMatch(theirs::contains)) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
        }
    }

    @Override
    public void verifyTrust(PublicKey bare) throws WSSecurityException {
        throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
    }
}
