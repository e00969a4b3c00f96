package plantao.walls.planted.values;

final class KeepsStaticState {
    static int count;

    void more() {
        count++;
    }
}
