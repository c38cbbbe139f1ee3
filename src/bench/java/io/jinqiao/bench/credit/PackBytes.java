package io.jinqiao.bench.credit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Compresses and encrypts (SM4, CBC) what is in a folder's files, the text held in memory in pieces so that no disk is in the figure. Arguments are the folder
 * and the key its files are encrypted with, their vector before the ciphertext.
 */
public final class PackBytes {
    private static final int PIECE = 16 << 20;
    private static final int BLOCK = 16;
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private PackBytes() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        SecretKeySpec key = new SecretKeySpec(HexFormat.of().parseHex(args[1]), "SM4");
        long bytes = 0;
        long nanos = 0;
        for (Path file : files(Path.of(args[0]))) {
            try (InputStream sealed = new BufferedInputStream(Files.newInputStream(file));
                    InputStream in = new GZIPInputStream(new CipherInputStream(sealed, cipher(Cipher.DECRYPT_MODE, key, sealed.readNBytes(BLOCK))), 1 << 16)) {
                for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                    long from = System.nanoTime();
                    pack(piece, key);
                    nanos += System.nanoTime() - from;
                    bytes += piece.length;
                }
            }
        }
        System.out.println("took " + bytes + " " + nanos / 1_000_000);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void pack(byte[] piece, SecretKeySpec key) throws IOException, GeneralSecurityException {
        Cipher sm4 = cipher(Cipher.ENCRYPT_MODE, key, new byte[BLOCK]);
        try (OutputStream out = new GZIPOutputStream(new CipherOutputStream(OutputStream.nullOutputStream(), sm4), 1 << 16)) {
            out.write(piece);
        }
    }

    private static Cipher cipher(int direction, SecretKeySpec key, byte[] vector) throws GeneralSecurityException {
        Cipher sm4 = Cipher.getInstance("SM4/CBC/PKCS7Padding", PROVIDER);
        sm4.init(direction, key, new IvParameterSpec(vector));
        return sm4;
    }
}
