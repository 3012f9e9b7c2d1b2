package school.tandem.importing;

import java.util.List;
import java.util.Locale;

/** What a column of a list can mean, with the names that schools give it in English and Spanish. */
public enum ListField {
    ID(
            "id",
            "student id",
            "staff id",
            "teacher id",
            "student number",
            "sourcedid",
            "number",
            "local id",
            "matricula",
            "matrícula",
            "número",
            "código",
            "identificador",
            "id alumno"),
    NAME(
            "name",
            "full name",
            "student",
            "student name",
            "teacher",
            "teacher name",
            "staff",
            "nombre completo",
            "alumno",
            "alumna",
            "estudiante",
            "docente",
            "profesor",
            "profesora"),
    GIVEN_NAME(
            "given name",
            "first name",
            "firstname",
            "forename",
            "nombre",
            "nombres",
            "nombre de pila"),
    FAMILY_NAME(
            "family name",
            "last name",
            "lastname",
            "surname",
            "apellido",
            "apellidos",
            "primer apellido"),
    EMAIL(
            "email",
            "e-mail",
            "mail",
            "email address",
            "school email",
            "student email",
            "correo del alumno",
            "correo",
            "correo electrónico",
            "correo electronico"),
    ROLE("role", "job", "position", "works as", "function", "cargo", "puesto", "función", "rol"),
    DEPARTMENT("department", "dept", "subject", "faculty", "departamento", "materia", "asignatura"),
    GRADE("grade", "grade level", "year", "year group", "curso", "grado", "nivel"),
    CLASSES(
            "class",
            "classes",
            "course",
            "section",
            "homeroom",
            "form",
            "clase",
            "clases",
            "grupo",
            "grupos",
            "sección"),
    DEVICE(
            "device",
            "device at home",
            "computer",
            "laptop",
            "tablet",
            "has device",
            "dispositivo",
            "ordenador",
            "computadora",
            "tableta"),
    CONNECTION(
            "connection",
            "internet",
            "internet at home",
            "wifi",
            "broadband",
            "has internet",
            "conexión",
            "conexion",
            "internet en casa"),
    ANSWERED_ON(
            "date",
            "answered on",
            "answered",
            "day",
            "timestamp",
            "fecha",
            "fecha de respuesta",
            "marca temporal",
            "completion time",
            "hora de finalización"),
    WORK(
            "assignment",
            "assignment name",
            "assignment title",
            "work",
            "task",
            "title",
            "activity",
            "item",
            "tarea",
            "trabajo",
            "actividad",
            "título"),
    KIND(
            "type",
            "kind",
            "category",
            "assignment type",
            "work type",
            "tipo",
            "clase de trabajo",
            "categoría"),
    SET_ON(
            "assigned",
            "assigned on",
            "date assigned",
            "assigned date",
            "set on",
            "created",
            "publicado",
            "asignado",
            "fecha de asignación"),
    DUE_ON(
            "due",
            "due on",
            "due date",
            "due at",
            "date due",
            "deadline",
            "fecha límite",
            "fecha de entrega prevista",
            "vencimiento",
            "vence"),
    STATUS("status", "state", "submission status", "workflow state", "estado", "estado de entrega"),
    HANDED_IN_ON(
            "submitted",
            "submitted on",
            "submitted at",
            "date submitted",
            "submission date",
            "handed in",
            "handed in on",
            "turned in",
            "turned in on",
            "completed on",
            "entregado",
            "entregado el",
            "fecha de entrega",
            "entrega");

    private final List<String> names;

    ListField(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }

    /** The word for it in the database and in texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
