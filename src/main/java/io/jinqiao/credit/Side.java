package io.jinqiao.credit;

/** Who has a duty of a loan towards the credit reference system. */
public enum Side {
    CENTRE,
    BANK
}
