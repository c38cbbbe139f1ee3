package io.jinqiao.house.twin.workbench.simulate.bank;

import io.jinqiao.house.twin.signing.ImportsTheComposition;

/** A bank's own implementation that is none: a fault of the product's signing would be its fault too. */
class SignsWithTheProduct {
    ImportsTheComposition pen;
}
