package io.jinqiao.workbench.doctor;

import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One kind of thing that goes wrong between a centre and a bank, and how it is brought about: in the set-up or in the peer, never in what
 * the doctor is told of them.
 *
 * @param banks that can have it
 * @param causes what it is called; several where two words mean the same mistake
 */
record Ailment(String name, Set<Cause> causes, List<String> banks, Doing doing) {

    /** @param random the variant */
    interface Doing {
        void to(Patient patient, Temper temper, Random random) throws Exception;
    }
}
