package io.jinqiao.house.twin.signing;

import io.jinqiao.house.twin.TwinHouse;

public class ImportsTheComposition {
    TwinHouse house = new TwinHouse();
}
