package plantao.walls.planted.playbook;

record KnowsOkHttp(okhttp3.OkHttpClient client) {}
