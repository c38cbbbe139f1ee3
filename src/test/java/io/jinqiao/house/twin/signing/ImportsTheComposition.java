package io.jinqiao.house.twin.signing;

import io.jinqiao.house.twin.TwinHouse;

class ImportsTheComposition {
    TwinHouse house = new TwinHouse();
}
