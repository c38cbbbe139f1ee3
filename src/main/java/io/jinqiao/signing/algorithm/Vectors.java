package io.jinqiao.signing.algorithm;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Published vectors and one of our own; GB/T 32918, 32905, 32907 and RFC 6979. The private numbers here are the standards' examples. */
final class Vectors {
    static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);

    /** GB/T 32918.5 annex: signature on the recommended curve. */
    static final BigInteger SM2_D = hex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8");

    static final byte[] SM2_POINT = bytes("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    static final byte[] SM2_K = bytes("59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21");
    static final byte[] SM2_E = bytes("f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640");
    static final SignaturePair SM2_SIGNATURE = new SignaturePair(
            hex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"),
            hex("b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"));

    /** RFC 6979 A.2.5, SHA-256, "sample". */
    static final BigInteger P256_D = hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");

    static final byte[] P256_POINT = bytes("0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
            + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    static final byte[] P256_MESSAGE = "sample".getBytes(StandardCharsets.US_ASCII);
    static final SignaturePair P256_SIGNATURE = new SignaturePair(
            hex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"),
            hex("f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"));

    static final byte[] SM3_ABC = bytes("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");

    /** GB/T 32907: key and plain block are the same. */
    static final byte[] SM4_KEY = bytes("0123456789abcdeffedcba9876543210");

    static final byte[] SM4_BLOCK = bytes("681edf34d206965e86b3e94f536e4246");

    /** Public half of a key made for this line with OpenSSL; its private half was thrown away. Base64 of SubjectPublicKeyInfo. */
    static final String RSA_KEY =
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzCOBWeYqkI3cYxeFQN6uC8BoDomy3BtVNqZ3yPQQ2FJhs39jy7ml99B+"
            + "ydA4n/eMcWTrrPhUTdiVbyWtazsu7ghHPM6IjbsLaNZVhCkphWs7TW6KeJ0iXNnf+C+OLuRa+dKXGd+dYzjpQEObZXy8yxRc4xzn"
            + "GVJoI6Kp/UwnjHRlVOnopK4nVZzt+Gf8sAg3oAM2DHHzR48XNRXJbSio3ArBYcwUDgaXB1A063eNQ2lm169MiEbQ8x9IE/rhw3Oh"
            + "Wm54ZqgoeXgACn2txyb2A/lrpJNH58vQwWhAjoJHGUcYxU18dzhOTZ5QLuTEZgFwjr1PZv/Dh2YqCy+pNbnz3wIDAQAB";

    /** Its signature over {@link #MESSAGE}, SHA-256, PKCS#1 v1.5; Base64. */
    static final String RSA_SIGNATURE =
            "t87N6vQKV93FTGsq+2f2qI8Ua2DyphW8zc79LOo0W+pXp8GeTER6F5lNhdwskoMJSqI3/kNWbZdjj0ONEnaA3TXX4SWcZIht15LA"
            + "KF4tIs5nsI68ChWvVhA7antRDpXoGvVsMvikiyGjPXgswQiLy5RhG6NEXxGd0FCrI5rodq+gbvQdDMkOGSLTzJTcEhFOVDvRhRUD"
            + "Ny3ZdioRKtjoyqjZSVYGwwxKnu92ZT1JxcDQV1bgKDxhx/BviQLamxVzEbb2pHff3UW7pG1gRWFAXrE+mE+5oweGm+x/3bUZg3LL"
            + "ieh8XRTeqJ4gcGp/en/C9WuBtRA7FB8Sf4iXvmqtZQ==";

    private Vectors() {}

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }

    private static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
