/// Titles that people give to columns, as stems: every stem of a pattern must begin a word of the title, in any order.
/// The longer the pattern, the surer the meaning. Russian, English, Kyrgyz; also Kazakh, Uzbek and Tajik where common.
enum TitleWords {
    static let patterns: [(column: ImportColumn, stems: [[String]])] = table.map { column, text in
        (column, text.split(separator: ";").map { Words.split(String($0)) })
    }

    private static let table: [(ImportColumn, String)] = [
        (.sheetName, "лист;sheet;sheet name;барак;бет аты"),
        (
            .number,
            "no п п;no;п п;номер по порядку;номер записи;no обращения;n;nr;num;number;id;row no;entry no;serial;к с;катар номер;р с"
        ),
        (
            .date,
            "дата;дата обращения;дата звонка;дата контакта;день обращения;когда;число;date;date of call;date of contact;contact date;call date;day;received;received on;when;куну;дата кайрылуу;кайрылган куну;датасы;кун;сана;sana;куни"
        ),
        (.time, "время;время звонка;время обращения;час;time;time of call;hour;убакыт;убактысы;саат;уакыты;vaqt;вакт"),
        (
            .staff,
            "оператор;кто принял;принял;принял звонок;консультант;сотрудник;дежурный;специалист;ответственный сотрудник;operator;taken by;staff;staff member;consultant;adviser;advisor;recorded by;logged by;counsellor;agent;кызматкер;кабыл алган;кенешчи"
        ),
        (
            .channel,
            "канал;способ обращения;вид обращения;форма обращения;как обратился;тип обращения;способ связи;channel;mode;contact mode;mode of contact;contact type;type of contact;medium;how contacted;via;байланыш туру;кайрылуу туру;кайрылуу жолу;канал кайрылуу"
        ),
        (.direction, "направление звонка;вход исход;входящий исходящий;direction;in out"),
        (.language, "язык;язык обращения;language;spoken language;lang;тил;тили;тилде"),
        (
            .name,
            "фио;ф и о;фио обратившегося;имя;имя фамилия;фамилия имя;фамилия имя отчество;заявитель;обратившийся;клиент;абонент;кто обратился;name;full name;name of caller;caller;caller name;client;client name;beneficiary;beneficiary name;migrant name;applicant;аты жону;аты;аты-жону;фамилиясы аты;аты фамилиясы;толук аты;кайрылган адам;кайрылуучу;аты жони;ism;ному насаб"
        ),
        (.familyName, "фамилия;surname;family name;last name;фамилиясы;тегі"),
        (.givenName, "имя заявителя;given name;first name;ысымы"),
        (.patronymic, "отчество;patronymic;middle name;атасынын аты"),
        (.sex, "пол;sex;gender;m f;жынысы;жынысы эркек аял;жыныс;jinsi"),
        (
            .birth,
            "год рожд;год рождения;дата рождения;др;д р;г р;возраст;полных лет;year of birth;birth;birth date;date of birth;dob;yob;birth year;born;age;туулган жылы;туулган куну;туулган;жашы;курагы"
        ),
        (
            .phone,
            "телефон;тел;номер телефона;контакт;контакты;контактный телефон;моб;сотовый;whatsapp;phone;phone number;telephone;tel;mobile;cell;contact number;contact;телефону;тел номери;байланыш номери;телефон номери;raqami"
        ),
        (
            .citizenship,
            "гражданство;национальность;гр во;citizenship;nationality;citizen;country of origin;жарандыгы;жараны;азаматтыгы"
        ),
        (
            .home,
            "откуда;откуда родом;откуда область район;место рождения;родом;регион происхождения;постоянное место жительства;область в кр;район в кр;home;home region;region of origin;origin;home district;home province;place of origin;from;кайдан;кайсы жактан;туулган жери;мекени;келген жери;облусу району"
        ),
        (
            .country,
            "страна;страна пребывания;страна нахождения;где находится страна;country;host country;country of stay;destination;destination country;current country;country of destination;олко;мамлекет;жашаган олкосу;кайсы олкодо"
        ),
        (
            .region,
            "регион;область;субъект;край область;region;province;state;oblast;host region;region of stay;аймак;облус;аймагы;облусу"
        ),
        (.city, "город;населенный пункт;нас пункт;city;town;settlement;city of stay;шаар;шаары"),
        (
            .place,
            "место;местонахождение;где находится;место нахождения;место пребывания;адрес;location;place;place of stay;current location;whereabouts;where;address;жашаган жери;кайда;турган жери;дареги"
        ),
        (
            .work,
            "работа;где кем работает;кем работает;где работает;место работы;сфера;сфера деятельности;сфера труда;профессия;должность;отрасль;work;job;occupation;sector;profession;industry;employment;position;жумушу;кесиби;эмгек;иштеген жери;кайда иштейт"
        ),
        (
            .documents,
            "документы;документы на руках;статус;правовой статус;миграционный статус;documents;papers;legal status;immigration status;status of documents;документтери;документ;кагаздары"
        ),
        (
            .category,
            "категория;тема;тематика;вид проблемы;тип проблемы;тип вопроса;проблема;категория обращения;тема обращения;вопрос;код проблемы;рубрика;category;topic;type of problem;problem;problem type;issue;issue type;type of issue;subject;theme;case type;type of request;маселе;койгой;тема кайрылуу;маселенин туру;категориясы;багыты;муаммо"
        ),
        (
            .description,
            "суть;суть обращения;описание;содержание;содержание обращения;краткое содержание;описание проблемы;описание ситуации;суть проблемы;суть вопроса;обстоятельства;ситуация;текст обращения;description;details;summary;what happened;story;narrative;description of the problem;case summary;request;request details;мазмуну;кыскача мазмуну;кайрылуунун мазмуну;суроосу;сыпаттама;эмне болду;окуя"
        ),
        (
            .employer,
            "работодатель;работодатель посредник;фирма;организация работодатель;компания;наниматель;название фирмы;employer;company;employer name;employer agent;employer intermediary;firm;recruiter;agency;жумуш беруучу;иш беруучу;фирмасы;компаниясы"
        ),
        (
            .amountOwed,
            "сумма долга;долг;сумма;сумма задолженности;задолженность;сумма иска;ущерб;размер долга;amount;amount owed;owed;debt;sum;amount due;unpaid amount;wages owed;amount claimed;claim;карыз;карызы;суммасы;карыз суммасы;акча"
        ),
        (
            .actions,
            "что сделано;действия;оказанная помощь;предпринятые действия;принятые меры;меры;консультация;помощь;оказана помощь;вид помощи;услуга;action;actions;action taken;what was done;assistance;help given;advice;advice given;service;service provided;steps taken;response;эмне жасалды;аткарылган иш;жардам;корсотулгон жардам;чара;корулгон чаралар"
        ),
        (
            .referredTo,
            "куда направлен;направлен;перенаправлен;перенаправление;кому передано;направлен в;referred;referred to;referral;handed to;forwarded to;кайда жонотулду;жонотулду;багытталды;кайда багытталды"
        ),
        (
            .result,
            "результат;итог;исход;статус обращения;статус дела;чем закончилось;result;outcome;result of the contact;final result;status;status of case;conclusion;жыйынтык;натыйжа;жыйынтыгы;натыйжасы"
        ),
        (
            .amountPaid,
            "возвращено;выплачено;взыскано;возвращенная сумма;сумма возврата;выплаченная сумма;возврат;получено;recovered;amount recovered;paid;amount paid;paid back;returned;wages recovered;кайтарылды;кайтарылган;толонду;кайтарылган сумма"
        ),
        (
            .followUp,
            "контроль;дата контроля;срок;перезвонить;следующий контакт;на контроле;follow up;followup;follow up date;next contact;call back;deadline;next step;кийинки байланыш;козомол;мооноту"
        ),
        (
            .children,
            "дети;кол во детей;несовершеннолетние дети;есть дети;children;kids;no of children;number of children;балдары;балдар;балдарынын саны"
        ),
        (.pregnant, "берем;беременность;беременна;pregnant;pregnancy;кош бойлуу;боюнда бар"),
        (
            .caseNumber,
            "no дела;номер дела;дело;дело no;no кейса;кейс;case no;case number;case id;case ref;case;file no;file number;reference;ref;иш no;иш номери;иштин номери;кейс номери"
        ),
        (
            .note,
            "примечание;примечания;прим;комментарий;заметки;дополнительно;особые отметки;доп информация;note;notes;comment;comments;remark;remarks;other;эскертуу;комментарий кайрылуу;кошумча;белги"
        ),
        (
            .consent,
            "согласие;согласие на обработку;согласие на обработку данных;перс данные;consent;consent given;agreed;gdpr;макулдук;макулдугу"
        ),
        (
            .heardFrom,
            "откуда узнал;как узнали;источник информации;откуда узнали о нас;heard from;how heard;source;source of information;кайдан уккан;кайдан билген"
        ),
        (.urgency, "срочность;приоритет;urgency;priority;срочно;шашылыш"),
    ]
}
