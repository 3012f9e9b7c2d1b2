package school.tandem.training.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;

/** What a room's screen is put together from. */
@SpringComponent
record RoomParts(RoomTop top, RoomPhones phones, RoomTyping typing, RoomPeople people) {}
