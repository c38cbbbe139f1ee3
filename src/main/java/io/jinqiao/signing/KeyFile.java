package io.jinqiao.signing;

import io.jinqiao.signing.KeyUnusable.Why;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads one key from where the settings say: a PKCS#12 file or a PKCS#11 module. */
public final class KeyFile {
    /** One for all keys of a module, for the life of the process. */
    private static final Map<Path, Provider> MODULES = new ConcurrentHashMap<>();

    private final SigningSettings settings;

    public KeyFile(SigningSettings settings) {
        this.settings = settings;
    }

    /** @throws KeyUnusable saying what is wrong, without the password */
    public Keys.Entry read(String alias, SigningSettings.Key key) {
        try {
            if ((key.path() == null) == (key.pkcs11() == null)) {
                throw new KeyUnusable(Why.NO_KEY, "needs either path or pkcs11", null);
            }
            return key.path() != null ? software(alias, key.path(), password(key)) : module(alias, key);
        } catch (IOException e) {
            throw new KeyUnusable(why(e), "cannot be read or opened with this password: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new KeyUnusable(Why.NO_KEY, "no usable key in it", e);
        }
    }

    /** Bouncy Castle tells a wrong password from a broken file only in words; the JDK says it by the cause. */
    private static Why why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return Why.FILE_MISSING;
        }
        boolean password = String.valueOf(e.getMessage()).contains("wrong password") || e.getCause() instanceof GeneralSecurityException;
        return password ? Why.PASSWORD_WRONG : Why.UNREADABLE;
    }

    private Keys.Entry software(String alias, Path path, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12", CryptoProvider.bouncyCastle());
        try (InputStream in = Files.newInputStream(settings.resolve(path))) {
            store.load(in, password);
        }
        List<String> entries = Collections.list(store.aliases()).stream()
                .filter(name -> isKey(store, name))
                .toList();
        if (entries.size() != 1) {
            throw new KeyUnusable(Why.NO_KEY, "one private key expected, " + entries.size() + " found", null);
        }
        return entry(alias, store, entries.get(0), password);
    }

    private Keys.Entry module(String alias, SigningSettings.Key key) throws IOException, GeneralSecurityException {
        Path configuration = settings.resolve(Objects.requireNonNull(key.pkcs11())).toAbsolutePath().normalize();
        Provider provider = MODULES.computeIfAbsent(configuration, KeyFile::register);
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, password(key));
        return entry(alias, store, key.entry() == null ? alias : key.entry(), null);
    }

    /** The JDK finds the provider of an opaque key among the registered ones, and only the very object the key came from signs with it. */
    private static Provider register(Path configuration) {
        Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
        if (Security.addProvider(provider) < 0) {
            throw new IllegalStateException("another module is configured under the name " + provider.getName());
        }
        return provider;
    }

    private static Keys.Entry entry(String alias, KeyStore store, String name, char @Nullable [] password)
            throws GeneralSecurityException {
        PrivateKey key = (PrivateKey) store.getKey(name, password);
        Certificate[] chain = store.getCertificateChain(name);
        if (key == null || chain == null || chain.length == 0) {
            throw new KeyUnusable(Why.NO_KEY, "no private key with its certificate in it", null);
        }
        return new Keys.Entry(
                alias, key, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
    }

    private char[] password(SigningSettings.Key key) throws IOException {
        if (key.passwordFile() != null) {
            return Files.readAllLines(settings.resolve(key.passwordFile())).get(0).toCharArray();
        }
        return key.password() == null ? new char[0] : key.password().toCharArray();
    }

    private static boolean isKey(KeyStore store, String name) {
        try {
            return store.isKeyEntry(name);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
