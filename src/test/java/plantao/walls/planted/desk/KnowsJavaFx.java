package plantao.walls.planted.desk;

record KnowsJavaFx(javafx.beans.value.ObservableValue<String> value) {}
