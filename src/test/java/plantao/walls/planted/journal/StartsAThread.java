package plantao.walls.planted.journal;

final class StartsAThread {
    void start(Runnable work) {
        Thread.ofVirtual().start(work);
    }
}
