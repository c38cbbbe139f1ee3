package io.jinqiao.house.twin.flow;

import io.jinqiao.house.twin.delivery.inside.Drawer;

class OpensADrawer {
    Drawer drawer = new Drawer();
}
