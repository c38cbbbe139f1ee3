package io.jinqiao.house.twin.workbench.simulate.credit;

import io.jinqiao.house.twin.credit.ProductRules;

/** A Center that judges by the product's rules: what is misread there would be misread here. */
class AsksTheProductsRules {
    ProductRules rules;
}
